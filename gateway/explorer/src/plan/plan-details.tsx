import { Fragment, type ReactElement, useMemo } from 'react';
import { createStore } from '../base/store.ts';
import { useIsFormer, useResult } from '../result/results.ts';
import { type QueryPlan, readPlan, readRefusal, type SubgraphCall } from './query-plan.ts';
import { TimeBar } from './time-bar.tsx';

/** How the answer above was made, or why that is not told; nothing of one that was not asked it. */
export function AnswerPlan(): ReactElement | null {
  const extensions = useResult()?.extensions;
  const plan = useMemo(() => readPlan(extensions), [extensions]);
  const isFormer = useIsFormer();
  if (plan !== undefined) return <PlanDetails plan={plan} isFormer={isFormer} />;
  const refusal = readRefusal(extensions);
  return refusal === undefined ? null : <p className="plan">{refusal}</p>;
}

interface PlanDetailsProps {
  readonly plan: QueryPlan;
  /** Whether it is that of another request than the one that is written. */
  readonly isFormer: boolean;
}

/** Whether it is told whole: the answer has the room until then. */
const OPEN = createStore(false);

/** Its planning, then each call, on one axis of time. */
function PlanDetails({ plan, isFormer }: PlanDetailsProps): ReactElement {
  const { planification, appels, texte } = plan;
  const wholeMs = wholeOf(plan);
  const isOpen = OPEN.use();
  return (
    <details
      className="plan"
      open={isOpen}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget) OPEN.set(currentTarget.open);
      }}
    >
      <summary>
        {isFormer ? 'Plan de la requête précédente' : 'Plan'} : {summarize(plan)}
      </summary>
      <CostLine plan={plan} />
      <table>
        <thead>
          <tr>
            <th scope="col">Appel</th>
            <th scope="col">Temps</th>
            <th scope="col">Durée</th>
            <th scope="col">Lignes</th>
            <th scope="col">SQL</th>
          </tr>
        </thead>
        <tbody>
          {planification?.dureeMs !== undefined && (
            <tr className="planning">
              <th scope="row">
                planification
                <small>{planification.connu ? 'plan connu d’avance' : 'plan fait pour cette requête'}</small>
              </th>
              <td>
                <TimeBar
                  fromMs={planification.debutMs ?? 0}
                  lengthMs={planification.dureeMs}
                  wholeMs={wholeMs}
                />
              </td>
              <td>{sayMs(planification.dureeMs)}</td>
              <td />
              <td />
            </tr>
          )}
          {appels.map((call, index) => (
            <CallRow key={index} call={call} wholeMs={wholeMs} />
          ))}
        </tbody>
      </table>
      {texte !== undefined && (
        <details className="plan-text">
          <summary>Le plan en toutes lettres</summary>
          {/* A box that scrolls must be reached by the keyboard. */}
          <pre tabIndex={0} role="region" aria-label="Plan en toutes lettres">
            {texte}
          </pre>
        </details>
      )}
    </details>
  );
}

/** What the operation was weighed at before it ran, and how much of the limit that is. */
function CostLine({ plan: { cout } }: { readonly plan: QueryPlan }): ReactElement | null {
  if (cout?.estime === undefined) return null;
  const { estime, limite } = cout;
  return (
    <p className="cost">
      Coût estimé : <b>{COUNT.format(estime)}</b>
      {limite === undefined ? (
        ' ; le coût n’est pas limité ici.'
      ) : (
        <>
          {' '}
          sur {COUNT.format(limite)} permis{' '}
          <meter min={0} max={limite} value={estime} aria-label="Part du coût permis" />
        </>
      )}
    </p>
  );
}

const COUNT = new Intl.NumberFormat('fr-CA');

function CallRow({ call, wholeMs }: { readonly call: SubgraphCall; readonly wholeMs: number }): ReactElement {
  const { sousGraphe, chemin, debutMs, dureeMs, lignes, sql, erreurs, code } = call;
  const fault =
    code ?? (erreurs === undefined ? undefined : `${erreurs} ${erreurs > 1 ? 'erreurs' : 'erreur'}`);
  return (
    <tr>
      <th scope="row">
        {sousGraphe}
        <small>{chemin === undefined ? 'racine' : <Path path={chemin} />}</small>
        {fault !== undefined && <b className="fault">{fault}</b>}
      </th>
      <td>
        {debutMs !== undefined && dureeMs !== undefined && (
          <TimeBar fromMs={debutMs} lengthMs={dureeMs} wholeMs={wholeMs} />
        )}
      </td>
      <td>{dureeMs === undefined ? '–' : sayMs(dureeMs)}</td>
      <td>{lignes ?? '–'}</td>
      <td>{sql ?? '–'}</td>
    </tr>
  );
}

/** Broken where a step ends, when it must be. */
function Path({ path }: { readonly path: string }): ReactElement {
  const [first = '', ...others] = path.split('.');
  return (
    <>
      {first}
      {others.map((step, index) => (
        <Fragment key={index}>
          <wbr />.{step}
        </Fragment>
      ))}
    </>
  );
}

function summarize({ dureeMs, appels, cout }: QueryPlan): string {
  const calls = appels.length === 1 ? '1 appel' : `${appels.length} appels`;
  const statements = appels.reduce((sum, { sql = 0 }) => sum + sql, 0);
  const parts = [
    calls,
    ...(statements > 0 ? [`${statements} SQL`] : []),
    ...(dureeMs === undefined ? [] : [sayMs(dureeMs)]),
    ...(cout?.estime === undefined ? [] : [`coût estimé ${COUNT.format(cout.estime)}`]),
  ];
  return parts.join(', ');
}

const wholeOf = ({ dureeMs, appels }: QueryPlan): number =>
  dureeMs ?? Math.max(...appels.map(({ debutMs = 0, dureeMs: length = 0 }) => debutMs + length));

const MILLISECONDS = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 });

const sayMs = (ms: number): string => `${MILLISECONDS.format(ms)} ms`;

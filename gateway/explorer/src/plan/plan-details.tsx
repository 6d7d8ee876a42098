import type { ReactElement } from 'react';
import type { QueryPlan } from './query-plan.ts';

/** How the answer above was made: each call, its time, its rows, its SQL statements. */
export function PlanDetails({ plan: { dureeMs, appels } }: { readonly plan: QueryPlan }): ReactElement {
  return (
    <details className="plan">
      <summary>
        Plan : {appels.length === 1 ? '1 appel' : `${appels.length} appels`}
        {dureeMs !== undefined && `, ${sayMs(dureeMs)}`}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Sous-graphe</th>
            <th scope="col">Place</th>
            <th scope="col">Durée</th>
            <th scope="col">Lignes</th>
            <th scope="col">SQL</th>
          </tr>
        </thead>
        <tbody>
          {appels.map(({ sousGraphe, chemin, dureeMs: duree, lignes, sql }, index) => (
            <tr key={index}>
              <th scope="row">{sousGraphe}</th>
              <td>{chemin ?? 'racine'}</td>
              <td>{duree === undefined ? '–' : sayMs(duree)}</td>
              <td>{lignes ?? '–'}</td>
              <td>{sql ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const MILLISECONDS = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 });

const sayMs = (ms: number): string => `${MILLISECONDS.format(ms)} ms`;

import { type TableauComptesQuery, tableauComptes, tableauObligations } from '../../operations/operations.ts';
import type { VNode } from 'preact';
import type { PageRequest } from '../../shell/page.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import { type ExigenceMesuree, unknown } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { Absence, type AbsenceLue } from '../shown/absence.tsx';
import { sayCount, sayNumber } from '../../shell/say-number.ts';
import { sayDay } from '@palier/calls/say-instant';
import { Periode } from '../shown/periode.tsx';
import { DataLink, type DataOf } from '../shown/figure.tsx';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import type { ObligationLue } from './data.ts';
import { countAllObligations, countObligations, type ObligationsComptees } from './obligations-comptees.ts';
import { choiceOf } from './choice-of.ts';
import {
  ETATS_OBLIGATION,
  type EtatObligation,
  type EtatRegarde,
  isEtatObligation,
  sayObligation,
  sayOneObligation,
} from './say-etats.ts';

export interface ObligationsLues {
  readonly total: number;
  /** All that is due, whatever state is looked at; nothing when it could not be read. */
  readonly comptes: ObligationsComptees | null;
  readonly lignes: readonly ObligationLue[];
  readonly absence: AbsenceLue | null;
  readonly etat: EtatRegarde;
  /** Whether somebody asked for that state, rather than what is to be done. */
  readonly isChosen: boolean;
  /** Where the next page begins; nothing after the last. */
  readonly next: string | undefined;
}

const PAGE = 100;

/** @returns nothing when it could not be read. @throws {Refusal} BAD_USER_INPUT */
export async function askObligations(
  ask: PageRequest['ask'],
  of: { readonly code: string; readonly campagne: string | undefined },
  parameters: URLSearchParams,
): Promise<ObligationsLues | null> {
  const asked = readEtat(parameters.get('etat'));
  const after = parameters.get('apres') ?? undefined;
  const counting = ask(tableauComptes, of);
  // A page that follows is of all, where nobody said of which state.
  const etat = asked ?? (after === undefined ? chooseEtat((await counting).data) : 'TOUTES');
  const [{ data }, counted] = await Promise.all([
    ask(tableauObligations, { ...of, etat: narrowingTo(etat), first: PAGE, after }),
    counting,
  ]);
  const told = data.etablissement?.obligations;
  const lignes = wholeOf(told?.nodes);
  if (told == null || lignes === undefined) return null;
  const { totalCount, absence, pageInfo } = told;
  return {
    total: totalCount,
    comptes: counted.data.etablissement?.obligations ?? null,
    lignes,
    absence,
    etat,
    isChosen: asked !== undefined,
    next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
  };
}

/** What somebody has to do something of, the most pressing first. */
const TO_DO: readonly EtatObligation[] = ['RETOURNEE', 'EN_RETARD', 'ABSENTE'];

/** What is opened on: the first of those that some are in; all where there is none, or where it is not known. */
function chooseEtat({ etablissement }: TableauComptesQuery): EtatRegarde {
  const comptes = etablissement?.obligations;
  return TO_DO.find((etat) => comptes && countObligations(comptes, etat) > 0) ?? 'TOUTES';
}

/** What a list is narrowed to, to show it. */
export const narrowingTo = (etat: EtatRegarde): EtatObligation | undefined =>
  etat === 'TOUTES' ? undefined : etat;

function readEtat(asked: string | null): EtatRegarde | undefined {
  if (asked === null || asked === '') return undefined;
  if (asked === 'TOUTES' || isEtatObligation(asked)) return asked;
  throw unknown('Aucune mesure due n’est dans l’état', asked, [
    { code: 'TOUTES', name: 'Toutes' },
    ...ETATS_OBLIGATION.map((code) => ({ code, name: sayObligation(code) })),
  ]);
}

export interface ObligationsProps {
  readonly of: ObligationsLues;
  /** Those that are measured; one that is not among them is named by its code. */
  readonly exigences: readonly ExigenceMesuree[];
  readonly to: string;
  /** The same, whole. */
  readonly data: DataOf;
}

/** The measures that are due, and where each stands; one state at a time, a page at a time. */
export function Obligations({ of, exigences, to, data }: ObligationsProps): VNode {
  const { total, comptes, lignes, absence, etat, next } = of;
  return (
    <>
      <ul class="legend" aria-label="Où en est ce qui est dû">
        <li>
          <ViewLink
            to={to}
            more={{ etat: 'TOUTES' }}
            anchor="obligations"
            current={etat === 'TOUTES' ? 'page' : undefined}
          >
            Toutes{comptes && sayHowMany(countAllObligations(comptes))}
          </ViewLink>
        </li>
        {ETATS_OBLIGATION.map((one) => (
          <li key={one}>
            <ViewLink
              to={to}
              more={{ etat: one }}
              anchor="obligations"
              current={one === etat ? 'page' : undefined}
            >
              {sayObligation(one)}
              {comptes && sayHowMany(countObligations(comptes, one))}
            </ViewLink>
          </li>
        ))}
      </ul>
      {lignes.length === 0 ? (
        <Absence absence={absence} />
      ) : (
        <Lignes
          lignes={lignes}
          names={new Map(exigences.map(({ code, name }) => [code, name]))}
          total={total}
          caption={`${sayCount(total, 'mesure due', 'mesures dues')}${etat === 'TOUTES' ? '' : `, ${(total > 1 ? sayObligation : sayOneObligation)(etat).toLowerCase()}`}${total > lignes.length ? ` : cette page en montre ${sayNumber(lignes.length)}` : ''}`}
        />
      )}
      {total > lignes.length && (
        <p>
          {next !== undefined && (
            <>
              <ViewLink to={to} more={{ etat, apres: next }} anchor="obligations">
                Page suivante
              </ViewLink>{' '}
              ·{' '}
            </>
          )}
          <DataLink of={data} format="xlsx">
            Les {sayNumber(total)}, en Excel
          </DataLink>
        </p>
      )}
    </>
  );
}

const sayHowMany = (count: number): string => ` (${sayNumber(count)})`;

function Lignes({
  lignes,
  names,
  caption,
  total,
}: {
  readonly lignes: readonly ObligationLue[];
  readonly names: ReadonlyMap<string, string>;
  readonly caption: string;
  readonly total: number;
}): VNode {
  return (
    <Table
      caption={caption}
      total={total}
      rows={lignes}
      keyOf={({ id }) => id}
      isStacked
      columns={[
        {
          name: 'Territoire',
          cell: ({ territoire, ...due }) =>
            territoire === null ? (
              'non lu'
            ) : (
              <ViewLink
                to={`/tableau/territoire/${territoire.code}`}
                choose={choiceOf(due)}
                {...(due.exigence && { anchor: 'exigence' })}
              >
                {territoire.nom}
              </ViewLink>
            ),
        },
        {
          name: 'Exigence',
          cell: ({ exigence, volet, periode }) =>
            exigence === null ? (
              'non lue'
            ) : (
              <>
                <ViewLink
                  to={`/tableau/exigence/${exigence.code}`}
                  choose={choiceOf({ exigence, volet, periode })}
                >
                  {names.get(exigence.code) ?? exigence.code}
                </ViewLink>
                {volet !== null && `, ${volet}`}{' '}
                {names.has(exigence.code) && <code class="soft nowrap">{exigence.code}</code>}
              </>
            ),
        },
        { name: 'Période', cell: ({ periode }) => <Periode of={periode.code} /> },
        {
          name: 'Où elle en est',
          cell: ({ etat }) => (isEtatObligation(etat) ? sayOneObligation(etat) : etat),
        },
        {
          name: 'Échéance',
          cell: ({ echeance }) => (echeance === null ? 'aucune n’est fixée' : sayDay(echeance)),
        },
        { name: 'Reçue le', cell: ({ recueLe }) => (recueLe === null ? 'pas reçue' : sayDay(recueLe)) },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}

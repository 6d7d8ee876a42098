import { type AbsenceValue, nothingOwed, owedBy } from '@palier/runtime/absence';
import { toPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import type { RankedGroupRow } from '@palier/runtime/groups';
import { defineListUnder } from '@palier/runtime/list';
import { defineLoader, toPages } from '@palier/runtime/loader';
import type { RepartitionAsked } from '@palier/runtime/repartition';
import type { Reading } from '../tables.ts';
import {
  type ObligationRow,
  type ObligationsChoice,
  countObligationGroups,
  findObligations,
} from './obligation.queries.ts';
import type { ObligationReddition, ObligationValue } from './obligation.type.ts';
import { REPARTITION } from './obligation.repartition.ts';

/** The page of each établissement or territory, batched. */
export const readObligations = defineListUnder({
  name: 'obligations',
  find: ({ database }: Reading, pages) => findObligations(database, pages),
  count: async (context: Reading, choices: readonly ObligationsChoice[]) =>
    (await readStates(context, choices)).map((rows) =>
      rows.reduce((sum, { nombre }) => sum + Number(nombre), 0),
    ),
  toNode: toObligation,
  keyOf: ({ id }) => id,
  counted: {
    ...REPARTITION,
    groups: async (context: Reading, choices: readonly ObligationsChoice[], par) => {
      if (!isOfStates(par)) return countObligationGroups(context.database, choices, par);
      const read = await readStates(context, choices);
      return read.flatMap((rows, index) =>
        rows.map((row) => ({ ...row, ...keysOf(row, par), rank: index + 1 })),
      );
    },
  },
});

/**
 * How many are in each state, received by their day, after it or not: asked at once, how many there are in all, in one state, late,
 * and their groups are told from it, for they cost as much as each other.
 */
const byState = defineLoader<ObligationsChoice, RankedGroupRow[]>(({ database }: Reading, choices) =>
  countObligationGroups(database, choices, { par: 'ETAT', puis: 'A_TEMPS' }).then((rows) =>
    toPages(choices, rows, (row) => row),
  ),
);

/** The states of each choice, narrowed to what it wants. */
const readStates = async (
  context: Reading,
  choices: readonly ObligationsChoice[],
): Promise<RankedGroupRow[][]> => {
  const read = await byState.loadMany(
    context,
    choices.map(({ demandes, campagne, au, jour }) => ({
      demandes,
      campagne,
      au,
      jour,
      etat: null,
      aTemps: null,
    })),
  );
  return read.map((rows, index) => {
    const { etat, aTemps } = choices[index]!;
    return rows.filter(
      ({ cle, puis }) =>
        (etat === null || cle === etat) && (aTemps === null || puis === A_TEMPS[`${aTemps}`]),
    );
  });
};

const A_TEMPS = { true: 'VRAI', false: 'FAUX' } as const;

const isOfStates = ({ par, puis }: RepartitionAsked): boolean =>
  [par, puis].every((name) => name == null || name === 'ETAT' || name === 'A_TEMPS');

/** The keys of what is counted by state alone, in a distribution by one or both of its words. */
function keysOf(
  { cle, puis }: RankedGroupRow,
  asked: RepartitionAsked,
): Pick<RankedGroupRow, 'cle' | 'puis'> {
  const keys: Readonly<Record<string, string | null>> = { ETAT: cle, A_TEMPS: puis };
  const keyOf = (name: string | null | undefined) => (name == null ? null : (keys[name] ?? null));
  return { cle: keyOf(asked.par), puis: keyOf(asked.puis) };
}

/** The text obliges to take part; that each cell of a canevas is owed of each territory is ours to deduce. */
const FONDEMENT: ObligationReddition['fondement'] = {
  origine: 'INFERENCE',
  document: { code: '004' },
  section: '3.2.3',
  lignes: 'L1864-1866',
  confiance: null,
  note: 'L’établissement territorial participe à la reddition de comptes que Santé Québec coordonne (E11). Qu’il doive chaque mesure que le canevas d’une campagne demande, pour chacun de ses territoires, en est déduit.',
};

/** Why there is no obligation to show. */
export const ABSENCES_OBLIGATIONS = {
  nonTerritorial: nothingOwed(
    'Rien n’est dû. Le mandat E11 est celui des établissements territoriaux de Santé Québec (004, 3.2.3, L1864-1866) : cet établissement n’en est pas un, et aucun texte ne lui demande de compte.',
  ),
  sansCampagne: owedBy(
    { palier: 'SANTE_QUEBEC', mandat: 'S4', dit: null },
    'Aucune campagne ne demande rien à l’instant de la question : le document 004 confie à Santé Québec de coordonner la reddition de comptes (3.2.2, L1813-1814) sans en donner le calendrier ; en déduire qu’elle ouvre des campagnes est une inférence.',
  ),
  nonOuverte: nothingOwed(
    'Cette campagne n’est pas ouverte à l’instant de la question : elle ne demande rien, et rien n’est dû.',
  ),
  filtrees: nothingOwed('Des mesures sont dues, et aucune ne répond à ce qui est demandé ici.'),
} as const satisfies Record<string, AbsenceValue>;

function toObligation(row: ObligationRow): ObligationValue {
  return {
    id: row.id,
    campagne: { code: row.campagne },
    etablissement: { code: row.etablissement },
    territoire: { code: row.territoire },
    exigence: { code: row.exigence },
    volet: row.volet,
    periode: toPeriode(row.periode),
    mesureId: row.mesure,
    echeanceRecommandee: row.echeance_recommandee,
    echeance: row.echeance,
    cloture: row.cloture,
    exception: row.exception,
    etat: row.etat,
    recueLe: row.recue_le === null ? null : toInstant(row.recue_le),
    aTemps: row.a_temps,
    redditionId: row.reddition,
    mandat: { code: 'E11' },
    fondement: FONDEMENT,
    provenance: {
      origine: row.origine,
      document: null,
      section: null,
      lignes: null,
      confiance: null,
      note: `demandée par la campagne ${row.campagne}`,
    },
  };
}

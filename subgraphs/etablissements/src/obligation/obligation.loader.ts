import { type AbsenceValue, nothingOwed, owedBy } from '@palier/runtime/absence';
import { toPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineListUnder } from '@palier/runtime/list';
import type { Reading } from '../tables.ts';
import {
  type ObligationRow,
  type ObligationsChoice,
  countObligationGroups,
  countObligations,
  findObligations,
} from './obligation.queries.ts';
import type { ObligationReddition, ObligationValue } from './obligation.type.ts';
import { REPARTITION } from './obligation.repartition.ts';

/** The page of each établissement or territory, batched. */
export const readObligations = defineListUnder({
  name: 'obligations',
  find: ({ database }: Reading, pages) => findObligations(database, pages),
  count: ({ database }: Reading, choices: readonly ObligationsChoice[]) =>
    countObligations(database, choices),
  toNode: toObligation,
  keyOf: ({ id }) => id,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, choices, par) => countObligationGroups(database, choices, par),
  },
});

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

import { nothingOwed } from '@palier/runtime/absence';
import { defineListUnder } from '@palier/runtime/list';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';
import {
  type PopulationChoice,
  type PopulationPage,
  countPopulations,
  findPopulationPages,
} from './population-importee.queries.ts';
import type { GroupeAge, PopulationDetaillee } from './population-importee.type.ts';

export const NON_IMPORTEE = nothingOwed(
  'Aucun fichier de populations par âge et sexe n’a été importé pour ce choix (« npm run import -- populations ») ; aucun texte n’oblige à le faire. Les populations connues à la naissance sont dans `populations`.',
);

/** The page of each territory, batched. */
export const readPopulationsDetaillees = defineListUnder({
  name: 'populationsDetaillees',
  find: ({ database }: Reading, pages: readonly PopulationPage[]) => findPopulationPages(database, pages),
  count: ({ database }: Reading, choices: readonly PopulationChoice[]) => countPopulations(database, choices),
  toNode: toPopulationDetaillee,
  keyOf: ({ id }) => id,
});

const GROUP = 5;

function toPopulationDetaillee(row: PopulationImporteeTable): PopulationDetaillee {
  return {
    id: row.id,
    annee: row.annee,
    sexe: row.sexe,
    nombre: row.nombre,
    nature: row.nature,
    statut: row.statut,
    parAge: row.ages,
    groupes: () => toGroupes(row.ages),
    provenance: toProvenance(row.provenance),
  };
}

/** Groups of five years; the last figure, of that age and more, is a group by itself. */
function toGroupes(ages: readonly number[]): GroupeAge[] {
  const last = ages.length - 1;
  const groupes: GroupeAge[] = [];
  for (let first = 0; first < last; first += GROUP) {
    const nombre = ages.slice(first, first + GROUP).reduce((sum, one) => sum + one, 0);
    groupes.push({ ageMin: first, ageMax: first + GROUP - 1, nombre });
  }
  return [...groupes, { ageMin: last, ageMax: null, nombre: ages[last] ?? 0 }];
}

import { nothingOwed } from '@palier/runtime/absence';
import type { Awaitable } from '@palier/runtime/awaitable';
import {
  type ConnectionValue,
  type Page,
  type PageArgs,
  parsePage,
  toConnection,
} from '@palier/runtime/connection';
import { defineLoader, toPages } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Context, Reading } from '../tables.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';
import {
  type PopulationChoice,
  countPopulations,
  findPopulationPages,
} from './population-importee.queries.ts';
import type { GroupeAge, PopulationDetaillee } from './population-importee.type.ts';

const NON_IMPORTEE = nothingOwed(
  'Aucun fichier de populations par âge et sexe n’a été importé pour ce choix (« npm run import -- populations ») ; aucun texte n’oblige à le faire. Les populations connues à la naissance sont dans `populations`.',
);

const pages = defineLoader<PopulationChoice & { readonly page: Page }, PopulationDetaillee[]>(
  async ({ database }: Reading, asked) => {
    const rows = await findPopulationPages(
      database,
      asked.map(({ page, ...choice }) => ({
        ...choice,
        afterKey: page.afterKey ?? null,
        limit: page.first + 1,
      })),
    );
    return toPages(asked, rows, toPopulationDetaillee);
  },
);

const counts = defineLoader<PopulationChoice, number>(({ database }: Reading, choices) =>
  countPopulations(database, choices),
);

/** The page of each territory, batched: one statement however many territories. Raises PAGE_INVALIDE. */
export function readPopulationsDetaillees(
  context: Context,
  args: PageArgs,
  choice: PopulationChoice,
): Awaitable<ConnectionValue<PopulationDetaillee>> {
  const page = parsePage('populationsDetaillees', args, choice);
  return toConnection({
    page,
    rows: () => pages.load(context, { ...choice, page }),
    keyOf: ({ id }) => id,
    count: () => counts.load(context, choice),
    absence: NON_IMPORTEE,
  });
}

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

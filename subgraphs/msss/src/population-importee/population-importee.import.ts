import { z } from 'zod';
import { defineImport } from '../importation/define-import.ts';
import { diffRows } from '../importation/diff-rows.ts';
import { upsertRows } from '../importation/upsert-rows.queries.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';
import { toPopulationId } from './population-id.ts';
import { listPopulationTexts } from './population-importee.queries.ts';
import { refuseOtherTotals } from './refuse-other-totals.ts';

/** One figure a year of age, from 0 to 89; the last is of ninety and more. */
const NOMBRE_AGES = 91;

/** What one row of a file gives: a territory, a year and a sex. */
interface LignePopulation {
  readonly territoire: string;
  readonly annee: number;
  readonly sexe: PopulationImporteeTable['sexe'];
  readonly nature: PopulationImporteeTable['nature'];
  readonly statut: PopulationImporteeTable['statut'];
  readonly nombre: number;
  readonly ages: readonly number[];
}

const person = z.int().min(0);

/** As short as it can be: a file has ten thousand rows of a hundred figures, and the journal keeps them. */
const ligne = z.tuple([
  z.string().regex(/^\d{5}$/),
  z.int(),
  z.enum(['TOTAL', 'FEMININ', 'MASCULIN']),
  z.enum(['ESTIMATION', 'PROJECTION']),
  z.enum(['REVISE', 'PROVISOIRE']).nullable(),
  person,
  z.array(person).length(NOMBRE_AGES),
]);

/** Populations by territory, year, sex and age. What a file does not speak of stays as it is: it covers its own years. */
export const importPopulations = defineImport({
  genre: 'POPULATIONS',
  nature: 'importerPopulations',
  credit:
    'Estimations et projections de population par territoire sociosanitaire (MSSS et Institut de la statistique du Québec) ; licence de cette publication non vérifiée',
  changement: z.strictObject({ lignes: z.array(ligne) }),
  compare: async (database, lignes: readonly LignePopulation[]) => {
    const texts = new Map((await listPopulationTexts(database)).map(({ id, texte }) => [id, texte]));
    refuseOtherTotals(lignes, (one) => agesOf(texts.get(toPopulationId(one))));
    // It says nothing of the rows that it does not give.
    const known = new Map(
      lignes.flatMap((one) => {
        const texte = texts.get(toPopulationId(one));
        return texte === undefined ? [] : [[toPopulationId(one), texte] as const];
      }),
    );
    const { comptes, ecrites } = diffRows(known, lignes, {
      keyOf: toPopulationId,
      isSame: (before, one) => before === textOf(one),
    });
    return {
      comptes,
      changement: {
        lignes: ecrites.map(({ territoire, annee, sexe, nature, statut, nombre, ages }) => [
          territoire,
          annee,
          sexe,
          nature,
          statut,
          nombre,
          [...ages],
        ]),
      } as Changement,
    };
  },
  write: async (database, { lignes }, { provenance }) =>
    upsertRows(
      database,
      'population_importee',
      ['id'],
      lignes.map(([territoire, annee, sexe, nature, statut, nombre, ages]) => ({
        id: toPopulationId({ territoire, annee, sexe }),
        territoire_code: territoire,
        annee,
        sexe,
        nombre,
        ages,
        nature,
        statut,
        provenance,
      })),
    ),
});

interface Changement {
  lignes: z.infer<typeof ligne>[];
}

/** The same as the query writes it of what is known. */
const textOf = ({ nature, statut, nombre, ages }: LignePopulation): string =>
  `${nature}/${statut ?? ''}/${nombre}/${ages.join(',')}`;

const agesOf = (texte: string | undefined): number[] | undefined =>
  texte
    ?.slice(texte.lastIndexOf('/') + 1)
    .split(',')
    .map(Number);

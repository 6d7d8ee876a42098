import { type Kysely, sql } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { Tables } from '../tables.ts';
import type { ChiffreTable } from '../../tables/chiffre.table.ts';

const COLUMNS = [
  'code',
  'rang',
  'parent_code',
  'libelle',
  'valeur',
  'valeurs',
  'unite',
  'comparateur',
  'declencheur',
  'echeance',
  'part_annoncee',
  'note',
  'decompte',
  'provenance',
] as const;

export const chiffres: Catalogue<ChiffreTable> = { table: 'chiffre', columns: COLUMNS };

export function listChiffres(database: Kysely<Tables>, document: string | null) {
  return database
    .selectFrom('chiffre')
    .select(COLUMNS)
    .$if(document !== null, (query) => query.where(sql<boolean>`provenance ->> 'document' = ${document}`))
    .orderBy('rang')
    .execute();
}

/** Counts the territories, and the 93 RLS by whether one or several territories make each. */
export function countDecoupage(database: Kysely<Tables>) {
  return database
    .with('rls', (query) =>
      query
        .selectFrom('unite')
        .innerJoin('territoire_clsc', 'territoire_clsc.rls_code', 'unite.code')
        .select(({ fn }) => ['unite.code', fn.countAll<number>().as('territoires')])
        .where('unite.genre', '=', 'RLS')
        .where('unite.compte_dans_les_93', '=', true)
        .groupBy('unite.code'),
    )
    .selectFrom('rls')
    .select(({ fn, selectFrom }) => [
      selectFrom('territoire_clsc')
        .select(({ fn: all }) => all.countAll<number>().as('territoires'))
        .as('territoires'),
      fn.countAll<number>().as('rls'),
      fn.countAll<number>().filterWhere('territoires', '>', 1).as('rls_multiples'),
      fn.countAll<number>().filterWhere('territoires', '=', 1).as('rls_simples'),
    ])
    .executeTakeFirstOrThrow();
}

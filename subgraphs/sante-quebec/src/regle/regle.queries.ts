import type { Kysely } from 'kysely';
import type { RegleRetireeTable, RegleTable } from '../../tables/regle.table.ts';
import type { Tables } from '../tables.ts';

const COLUMNS = [
  'code',
  'version',
  'nom',
  'severite',
  'expression',
  'message',
  'remede',
  'unites',
  'exigences',
  'en_vigueur_de',
  'en_vigueur_a',
  'fondement',
  'provenance',
] as const;

/** All the versions of all the rules, in order, with their withdrawal: there are some tens. */
export function listRegles(database: Kysely<Tables>) {
  return database
    .selectFrom((all) =>
      all
        .selectFrom('regle_publiee')
        .select(COLUMNS)
        .unionAll(
          all
            .selectFrom('regle_initiale')
            .select(COLUMNS)
            // A newer program may know at birth what an act had published before it.
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('regle_publiee as same')
                    .select('same.code')
                    .whereRef('same.code', '=', 'regle_initiale.code')
                    .whereRef('same.version', '=', 'regle_initiale.version'),
                ),
              ),
            ),
        )
        .as('regle'),
    )
    .leftJoin('regle_retiree', (join) =>
      join
        .onRef('regle_retiree.code', '=', 'regle.code')
        .onRef('regle_retiree.version', '=', 'regle.version'),
    )
    .selectAll('regle')
    .select(['regle_retiree.retiree_le', 'regle_retiree.motif', 'regle_retiree.provenance as retrait'])
    .orderBy('regle.code')
    .orderBy('regle.version')
    .execute();
}

export async function insertRegle(database: Kysely<Tables>, row: RegleTable): Promise<void> {
  await database
    .insertInto('regle_publiee')
    .values({ ...row })
    .execute();
}

export async function insertRetraits(
  database: Kysely<Tables>,
  rows: readonly RegleRetireeTable[],
): Promise<void> {
  await database
    .insertInto('regle_retiree')
    .values([...rows])
    .execute();
}

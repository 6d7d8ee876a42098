import { anyOf, inOrderOf } from '@palier/runtime/database';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from '../tables.ts';
import type { TerritoireFiltre } from './territoire-clsc.type.ts';

/** The column that says to which unit of each kind a territory belongs. */
export const UNITE_COLUMN = {
  RLS: 'rls_code',
  RTS: 'rts_code',
  RSS: 'rss_code',
  RUISSS: 'ruisss_code',
} as const;

const COLUMNS = [
  'code',
  'nom',
  'nom_2017',
  'rls_code',
  'rts_code',
  'rss_code',
  'ruisss_code',
  'ruisss_code_2017',
  'superficie_km2',
  'latitude',
  'longitude',
  'localite',
  'position_methode',
  'nb_installations',
  'nb_installations_clsc',
  'valide_depuis',
  'valide_jusqua',
  'provenance',
] as const;

export function findTerritoiresByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('territoire_clsc').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findTerritoiresByUnites(
  database: Kysely<Tables>,
  column: (typeof UNITE_COLUMN)[keyof typeof UNITE_COLUMN],
  codes: readonly string[],
) {
  return database
    .selectFrom('territoire_clsc')
    .select(COLUMNS)
    .where(column, '=', anyOf(codes))
    .orderBy('code')
    .execute();
}

export function listTerritoires(
  database: Kysely<Tables>,
  filtre: TerritoireFiltre,
  page: { readonly afterKey: string | undefined; readonly limit: number },
) {
  return narrow(database.selectFrom('territoire_clsc'), filtre)
    .select(COLUMNS)
    .$call((query) => inOrderOf(query, 'code', filtre.codes ?? null, page.afterKey))
    .limit(page.limit)
    .execute();
}

export async function countTerritoires(database: Kysely<Tables>, filtre: TerritoireFiltre): Promise<number> {
  const { count } = await narrow(database.selectFrom('territoire_clsc'), filtre)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function narrow<Output>(
  query: SelectQueryBuilder<Tables, 'territoire_clsc', Output>,
  { rlsCode, rtsCode, rssCode, ruisssCode, codes }: TerritoireFiltre,
) {
  return query
    .$if(codes != null, (narrowed) => narrowed.where('code', '=', anyOf(codes ?? [])))
    .$if(rlsCode != null, (narrowed) => narrowed.where('rls_code', '=', rlsCode ?? ''))
    .$if(rtsCode != null, (narrowed) => narrowed.where('rts_code', '=', rtsCode ?? ''))
    .$if(rssCode != null, (narrowed) => narrowed.where('rss_code', '=', rssCode ?? ''))
    .$if(ruisssCode != null, (narrowed) => narrowed.where('ruisss_code', '=', ruisssCode ?? ''));
}

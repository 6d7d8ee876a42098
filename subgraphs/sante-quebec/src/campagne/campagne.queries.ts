import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Instants are text, as Postgres writes them. */
export interface CampagneTable {
  code: string;
  nom: string;
  exercice: string;
  canevas_code: string;
  ouverte_le: string;
  fermee_le: string | null;
  provenance: ProvenanceRow;
}

const COLUMNS = ['code', 'nom', 'exercice', 'canevas_code', 'ouverte_le', 'fermee_le', 'provenance'] as const;

export function listCampagnes(
  database: Kysely<Tables>,
  page: { readonly afterKey: string | undefined; readonly limit: number },
) {
  return database
    .selectFrom('campagne')
    .select(COLUMNS)
    .$if(page.afterKey !== undefined, (query) => query.where('code', '>', page.afterKey ?? ''))
    .orderBy('code')
    .limit(page.limit)
    .execute();
}

export async function countCampagnes(database: Kysely<Tables>): Promise<number> {
  const { count } = await database
    .selectFrom('campagne')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function findCampagnesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('campagne').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

/** The campagne opened last. */
export function findCurrentCampagne(database: Kysely<Tables>) {
  return database
    .selectFrom('campagne')
    .select(COLUMNS)
    .orderBy('ouverte_le', 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst();
}

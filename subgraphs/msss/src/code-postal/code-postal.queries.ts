import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** All the codes, a row a territory: there are hundreds of thousands. */
export function listCodesPostaux(database: Kysely<Tables>) {
  return database
    .selectFrom('code_postal')
    .select(['territoire_code', sql<string[]>`array_agg(code)`.as('codes')])
    .groupBy('territoire_code')
    .execute();
}

export function findTerritoiresByCodesPostaux(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('code_postal')
    .select(['code', 'territoire_code'])
    .where('code', '=', anyOf(codes))
    .orderBy('territoire_code')
    .execute();
}

/** Codes sent in one statement: what an embedded Postgres takes to read one is never given back. */
const MOST_CODES = 5_000;

/** The postal codes of one territory, added in parts. */
export async function insertCodesPostaux(
  database: Kysely<Tables>,
  territoire: string,
  codes: readonly string[],
): Promise<void> {
  for (const part of inParts(codes))
    await sql`insert into ${sql.table('msss.code_postal')} (code, territoire_code)
      select unnest(${part}::text[]), ${territoire}`.execute(database);
}

export async function removeCodesPostaux(
  database: Kysely<Tables>,
  territoire: string,
  codes: readonly string[],
): Promise<void> {
  for (const part of inParts(codes))
    await database
      .deleteFrom('code_postal')
      .where('territoire_code', '=', territoire)
      .where('code', '=', anyOf(part))
      .execute();
}

function* inParts(codes: readonly string[]): Generator<string[]> {
  for (let first = 0; first < codes.length; first += MOST_CODES) yield codes.slice(first, first + MOST_CODES);
}

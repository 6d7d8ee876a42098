import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which of these codes of Santé Québec this level knows. */
export const findKnown = (
  database: Kysely<Tables>,
  table: 'etablissement_servant' | 'indicateur_comptant',
  codes: readonly string[],
) => database.selectFrom(table).select('code').where('code', '=', anyOf(codes)).execute();

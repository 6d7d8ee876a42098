import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function listLimites(database: Kysely<Tables>) {
  return database.selectFrom('limite_publiee').select(['code', 'fiche', 'contour', 'retire_le']).execute();
}

/** Without their boundaries, which are long. */
export function findLimitesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('limite_publiee')
    .select(['code', 'nom', 'fiche', 'points', 'retire_le', 'provenance'])
    .where('code', '=', anyOf(codes))
    .execute();
}

export function findContoursByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('limite_publiee')
    .select(['code', 'contour', 'points'])
    .where('code', '=', anyOf(codes))
    .where('contour', 'is not', null)
    .$narrowType<{ contour: string }>()
    .execute();
}

export async function withdrawLimites(
  database: Kysely<Tables>,
  codes: readonly string[],
  jour: string,
): Promise<void> {
  if (codes.length > 0)
    await database
      .updateTable('limite_publiee')
      .set({ retire_le: jour })
      .where('code', '=', anyOf(codes))
      .execute();
}

import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export function listMoyens(database: Kysely<Tables>, table: 'outil' | 'levier_national') {
  return database
    .selectFrom(table)
    .select(['code', 'rang', 'nom', 'manque', 'provenance'])
    .orderBy('rang')
    .execute();
}

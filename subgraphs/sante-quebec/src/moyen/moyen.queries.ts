import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** A kind of tool, or a national lever: document 004 names it and says no more. */
export interface MoyenTable {
  code: string;
  rang: number;
  nom: string;
  manque: string;
  provenance: ProvenanceRow;
}

export function listMoyens(database: Kysely<Tables>, table: 'outil' | 'levier_national') {
  return database
    .selectFrom(table)
    .select(['code', 'rang', 'nom', 'manque', 'provenance'])
    .orderBy('rang')
    .execute();
}

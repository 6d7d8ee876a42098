import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The four kinds of units, each made of whole territories. */
export type GenreUnite = 'RLS' | 'RTS' | 'RSS' | 'RUISSS';

export interface UniteTable {
  genre: GenreUnite;
  code: string;
  nom: string;
  ancien_nom: string | null;
  rts_code: string | null;
  rss_code: string | null;
  compte_dans_les_93: boolean | null;
  conventionnel: boolean | null;
  population: number;
  annee_population: number;
  provenance: ProvenanceRow;
}

const COLUMNS = [
  'genre',
  'code',
  'nom',
  'ancien_nom',
  'rts_code',
  'rss_code',
  'compte_dans_les_93',
  'conventionnel',
  'population',
  'annee_population',
  'provenance',
] as const;

export function listUnites(database: Kysely<Tables>, genre: GenreUnite) {
  return database.selectFrom('unite').select(COLUMNS).where('genre', '=', genre).orderBy('code').execute();
}

export function findUnitesByCodes(database: Kysely<Tables>, genre: GenreUnite, codes: readonly string[]) {
  return database
    .selectFrom('unite')
    .select(COLUMNS)
    .where('genre', '=', genre)
    .where('code', '=', anyOf(codes))
    .execute();
}

export function findUnitesByParents(
  database: Kysely<Tables>,
  genre: GenreUnite,
  parent: 'rts_code' | 'rss_code',
  codes: readonly string[],
) {
  return database
    .selectFrom('unite')
    .select(COLUMNS)
    .where('genre', '=', genre)
    .where(parent, '=', anyOf(codes))
    .orderBy('code')
    .execute();
}

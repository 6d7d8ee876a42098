import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { GenreUnite } from '../../tables/decoupage.table.ts';

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

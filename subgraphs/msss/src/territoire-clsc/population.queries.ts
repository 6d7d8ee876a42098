import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The figures known at birth, by year. */
export function findPopulationsByTerritoires(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('population')
    .select(['territoire_code', 'annee', 'nombre', 'nature', 'provenance'])
    .where('territoire_code', '=', anyOf(codes))
    .orderBy('annee')
    .execute();
}

/** The figures of both sexes and all ages that files give, by year. */
export function findImportedTotals(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('population_importee')
    .select(['id', 'territoire_code', 'annee', 'nombre', 'nature', 'statut', 'provenance'])
    .where('sexe', '=', 'TOTAL')
    .where('territoire_code', '=', anyOf(codes))
    .orderBy('annee')
    .execute();
}

import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { PopulationImporteeTable } from '../../tables/population-importee.table.ts';

/** The figures of both sexes and all ages: those that were known at birth, which have no `id`, and those that files give. */
export function findPopulations(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('population')
    .select(['territoire_code', 'annee', 'nombre', 'nature', 'provenance'])
    .select([
      sql<string | null>`null::text`.as('id'),
      sql<PopulationImporteeTable['statut']>`null::text`.as('statut'),
    ])
    .where('territoire_code', '=', anyOf(codes))
    .unionAll(
      database
        .selectFrom('population_importee')
        .select(['territoire_code', 'annee', 'nombre', 'nature', 'provenance', 'id', 'statut'])
        .where('sexe', '=', 'TOTAL')
        .where('territoire_code', '=', anyOf(codes)),
    )
    .execute();
}

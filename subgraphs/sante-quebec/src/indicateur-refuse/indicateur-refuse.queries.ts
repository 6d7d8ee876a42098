import { whereGiven } from '@palier/runtime/narrowing';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { IndicateurRefuseTable } from '../../tables/indicateur-refuse.table.ts';

export function listIndicateursRefuses(
  database: Kysely<Tables>,
  raison: IndicateurRefuseTable['raison'] | null,
) {
  return database
    .selectFrom('indicateur_refuse')
    .select(['standard_code', 'raison', 'motif', 'exigences', 'provenance'])
    .$call((refuses) => whereGiven(refuses, { raison }))
    .orderBy('standard_code')
    .execute();
}

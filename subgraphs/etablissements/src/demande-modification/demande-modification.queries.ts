import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export const DEMANDE_COLUMNS = [
  'id',
  'etablissement_code',
  'territoire_codes',
  'etat',
  'limites',
  'motifs',
  'avis_sante_publique',
  'communication',
  'plan_rattachement',
  'deposee_le',
  'provenance',
] as const;

export function findImpactsByDemandes(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('impact_modification')
    .select(['id', 'demande_id', 'nature', 'evaluation', 'provenance'])
    .where('demande_id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
}

import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { EtatDemande, NatureImpact } from './demande-modification.type.ts';

export interface DemandeModificationTable {
  id: string;
  etablissement_code: string;
  territoire_codes: string[];
  etat: EtatDemande;
  limites: string | null;
  motifs: string[];
  avis_sante_publique: string | null;
  communication: string | null;
  plan_rattachement: string | null;
  deposee_le: string | null;
  provenance: ProvenanceRow;
}

export interface ImpactModificationTable {
  id: string;
  demande_id: string;
  nature: NatureImpact;
  evaluation: string;
  provenance: ProvenanceRow;
}

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

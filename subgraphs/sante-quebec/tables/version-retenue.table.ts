import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface VersionRetenueTable {
  campagne_code: string;
  etablissement_code: string;
  reddition_id: string | null;
  raison: 'CONSOLIDEE' | 'EXAMEN_NON_TERMINE' | 'AUCUNE_VERSION_VALIDE';
  provenance: ProvenanceRow;
}

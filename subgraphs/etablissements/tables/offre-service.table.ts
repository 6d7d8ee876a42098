import type { CodeService } from '@palier/runtime/code-service';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { EtatOffre } from '../src/offre-service/offre-service-enums.ts';

export interface OffreServiceTable {
  id: string;
  territoire_code: string;
  service_code: CodeService;
  etat: EtatOffre;
  modalites: string | null;
  entente_id: string | null;
  declaree_le: string;
  provenance: ProvenanceRow;
}

export const OFFRE_SERVICE_COLUMNS = [
  'id',
  'territoire_code',
  'service_code',
  'etat',
  'modalites',
  'entente_id',
  'declaree_le',
  'provenance',
] as const satisfies readonly (keyof OffreServiceTable)[];

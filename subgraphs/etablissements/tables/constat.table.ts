import type { EtatConstat } from '@palier/runtime/etat-constat';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ConstatTable {
  id: string;
  territoire_code: string;
  etat: EtatConstat;
  besoin: string;
  recommandation: string | null;
  observe_le: string;
  transmis_le: string | null;
  provenance: ProvenanceRow;
}

export const CONSTAT_COLUMNS = [
  'id',
  'territoire_code',
  'etat',
  'besoin',
  'recommandation',
  'observe_le',
  'transmis_le',
  'provenance',
] as const satisfies readonly (keyof ConstatTable)[];

import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface IndicateurRefuseTable {
  standard_code: string;
  raison: 'QUALITE' | 'SEUIL_NON_NUMERIQUE' | 'SANS_SEUIL';
  motif: string;
  exigences: string[];
  provenance: ProvenanceRow;
}

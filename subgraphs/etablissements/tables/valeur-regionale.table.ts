import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ValeurRegionaleTable {
  id: string;
  exigence_code: string;
  territoire_code: string;
  valeur: number | null;
  unite: string | null;
  texte: string;
  version: number;
  en_vigueur_depuis: string;
  provenance: ProvenanceRow;
}

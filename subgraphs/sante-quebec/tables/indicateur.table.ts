import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface IndicateurTable {
  code: string;
  nom: string;
  unite: string;
  direction: 'PLUS_BAS_MIEUX' | 'PLUS_HAUT_MIEUX';
  regle: string;
  frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
  volets: string[];
  provenance: ProvenanceRow;
}

/** Which exigences an indicateur puts to work; `volet` is empty when the exigence has a single threshold. */
export interface IndicateurExigenceTable {
  indicateur_code: string;
  exigence_code: string;
  volet: string;
}

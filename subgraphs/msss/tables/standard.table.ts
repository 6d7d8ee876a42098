import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface StandardTable {
  code: string;
  rang: number;
  attribut: 'ACCESSIBILITE' | 'QUALITE' | 'CONTINUITE' | 'EFFICACITE_EFFICIENCE';
  sous_groupe: string;
  enonce: string;
  type: 'STANDARD' | 'PARTICULARITE' | 'ENONCE_DESCRIPTIF';
  source: 'ANNEXE_II' | 'FICHE_STANDARDS' | 'FICHE_DESCRIPTION';
  provenance: ProvenanceRow;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface RechercheTable {
  type: string;
  code: string;
  titre: string;
  texte: string;
  /** What the rank is multiplied by. */
  poids: number;
  code_normalise: string;
  titre_normalise: string;
  vecteur: string;
  provenance: ProvenanceRow;
}

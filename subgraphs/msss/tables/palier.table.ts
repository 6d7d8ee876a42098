import type { CodePalier } from '@palier/runtime/paliers';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface PalierTable {
  code: CodePalier;
  rang: number;
  niveau: 'STRATEGIQUE' | 'TACTIQUE' | 'OPERATIONNEL';
  nom: string;
  role: string;
  provenance: ProvenanceRow;
}

export interface MandatTable {
  code: string;
  rang: number;
  palier_code: CodePalier;
  enonce: string;
  provenance: ProvenanceRow;
}

/** Who bears an obligation; what it says is the element of the same code. */
export interface ObligationTable {
  code: string;
  rang: number;
  paliers: readonly CodePalier[];
  autres_acteurs: readonly string[];
  acteur_infere: boolean;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { SeveriteRegle } from '@palier/runtime/regles/regle';

/** A version of a rule; it is never changed. */
export interface RegleTable {
  code: string;
  version: number;
  nom: string;
  severite: SeveriteRegle;
  expression: string;
  message: string;
  remede: string;
  unites: string[];
  exigences: string[];
  en_vigueur_de: string | null;
  en_vigueur_a: string | null;
  fondement: ProvenanceRow;
  provenance: ProvenanceRow;
}

/** A version that was withdrawn, from a day on. */
export interface RegleRetireeTable {
  code: string;
  version: number;
  retiree_le: string;
  motif: string;
  provenance: ProvenanceRow;
}

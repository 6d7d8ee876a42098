import type { ProvenanceRow } from '@palier/runtime/provenance';

/** A territory, the units that the ministry places it in, and the établissement that Santé Québec says answers for it. */
export interface TerritoireServiTable {
  code: string;
  rls_code: string;
  rts_code: string;
  rss_code: string;
  ruisss_code: string;
  etablissement_code: string;
  provenance: ProvenanceRow;
}

/** Values of one exigence and volet (empty when it has none) that Santé Québec's rule judges alike. */
export interface BorneVerdictTable {
  exigence_code: string;
  volet: string;
  rang: number;
  unite: string;
  /** First year of the exercices judged so, « 2025 » for 2025-2026; null for any before `annee_a`. */
  annee_de: string | null;
  annee_a: string | null;
  de: number;
  de_inclus: boolean;
  /** Null for no upper bound. */
  a: number | null;
  a_inclus: boolean;
  etat: 'CONFORME' | 'NON_CONFORME' | 'INDETERMINE';
  provenance: ProvenanceRow;
}

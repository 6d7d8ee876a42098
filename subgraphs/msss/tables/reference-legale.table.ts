import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ReferenceLegaleTable {
  code: string;
  rang: number;
  loi: string;
  article: string | null;
  articles: readonly string[];
  fonde: string;
  concerne: 'MSSS' | 'ETABLISSEMENT' | 'PERSONNE' | 'TRANSVERSAL' | null;
  note: string | null;
  standards: readonly string[];
  provenance: ProvenanceRow;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { NatureEnonce, StatutEnonce } from '../src/enonce/enonce-enums.ts';

export interface EnonceTable {
  /** Begins with the document and the first line: the order of the codes is that of the texts. */
  code: string;
  document_code: string;
  section_code: string;
  nature: NatureEnonce;
  statut: StatutEnonce;
  groupe: string | null;
  theme: string | null;
  orientation_code: string | null;
  enonce: string;
  precisions: readonly string[];
  porteur: string | null;
  voix: string | null;
  competence: string | null;
  loi: string | null;
  article: string | null;
  reference_code: string | null;
  provenance: ProvenanceRow;
}

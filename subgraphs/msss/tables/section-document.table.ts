import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface SectionDocumentTable {
  code: string;
  document_code: string;
  /** Null for the sections that a document is first divided into. */
  parent_code: string | null;
  /** In the document. */
  rang: number;
  titre: string;
  premiere_ligne: number;
  derniere_ligne: number;
  provenance: ProvenanceRow;
}

export const SECTION_DOCUMENT_COLUMNS = [
  'code',
  'document_code',
  'parent_code',
  'rang',
  'titre',
  'premiere_ligne',
  'derniere_ligne',
  'provenance',
] as const satisfies readonly (keyof SectionDocumentTable)[];

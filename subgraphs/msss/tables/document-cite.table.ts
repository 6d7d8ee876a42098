import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface DocumentCiteTable {
  code: string;
  rang: number;
  reference: string;
  provenance: ProvenanceRow;
}

export const DOCUMENT_CITE_COLUMNS = [
  'code',
  'rang',
  'reference',
  'provenance',
] as const satisfies readonly (keyof DocumentCiteTable)[];

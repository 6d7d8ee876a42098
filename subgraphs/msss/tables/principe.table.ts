import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface PrincipeTable {
  code: string;
  rang: number;
  nom: string;
  enonce: string;
  reference_code: string | null;
  provenance: ProvenanceRow;
}

export const PRINCIPE_COLUMNS = [
  'code',
  'rang',
  'nom',
  'enonce',
  'reference_code',
  'provenance',
] as const satisfies readonly (keyof PrincipeTable)[];

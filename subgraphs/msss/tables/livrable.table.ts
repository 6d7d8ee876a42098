import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface LivrableTable {
  code: string;
  rang: number;
  titre: string;
  date: string;
  etat: string;
  provenance: ProvenanceRow;
}

export const LIVRABLE_COLUMNS = [
  'code',
  'rang',
  'titre',
  'date',
  'etat',
  'provenance',
] as const satisfies readonly (keyof LivrableTable)[];

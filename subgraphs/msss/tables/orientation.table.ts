import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface OrientationTable {
  code: string;
  rang: number;
  titre: string;
  titre_sommaire: string;
  objet: string;
  provenance: ProvenanceRow;
  provenance_sommaire: ProvenanceRow;
}

export const ORIENTATION_COLUMNS = [
  'code',
  'rang',
  'titre',
  'titre_sommaire',
  'objet',
  'provenance',
  'provenance_sommaire',
] as const satisfies readonly (keyof OrientationTable)[];

import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { TypePartenaire } from '../src/partenaire/partenaire-enums.ts';

export interface PartenaireTable {
  id: string;
  territoire_code: string;
  type: TypePartenaire;
  designation: string;
  provenance: ProvenanceRow;
}

export const PARTENAIRE_COLUMNS = [
  'id',
  'territoire_code',
  'type',
  'designation',
  'provenance',
] as const satisfies readonly (keyof PartenaireTable)[];

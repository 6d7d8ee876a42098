import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';

export interface PrincipeTable {
  code: string;
  rang: number;
  nom: string;
  reference_code: string | null;
  provenance: ProvenanceRow;
}

export const principes: Catalogue<PrincipeTable> = {
  table: 'principe',
  columns: ['code', 'rang', 'nom', 'reference_code', 'provenance'],
};

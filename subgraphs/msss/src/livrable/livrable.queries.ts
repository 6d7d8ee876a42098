import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';

export interface LivrableTable {
  code: string;
  rang: number;
  titre: string;
  date: string;
  etat: string;
  provenance: ProvenanceRow;
}

export const livrables: Catalogue<LivrableTable> = {
  table: 'livrable',
  columns: ['code', 'rang', 'titre', 'date', 'etat', 'provenance'],
};

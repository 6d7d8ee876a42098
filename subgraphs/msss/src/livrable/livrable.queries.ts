import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { LivrableTable } from '../../tables/livrable.table.ts';

export const livrables: Catalogue<LivrableTable> = {
  table: 'livrable',
  columns: ['code', 'rang', 'titre', 'date', 'etat', 'provenance'],
};

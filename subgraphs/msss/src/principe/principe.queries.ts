import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { PrincipeTable } from '../../tables/principe.table.ts';

export const principes: Catalogue<PrincipeTable> = {
  table: 'principe',
  columns: ['code', 'rang', 'nom', 'enonce', 'reference_code', 'provenance'],
};

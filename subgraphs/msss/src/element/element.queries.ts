import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { ElementTable } from '../../tables/element.table.ts';

export const elements: Catalogue<ElementTable> = {
  table: 'element',
  columns: [
    'code',
    'rang',
    'liste',
    'parent_code',
    'groupe',
    'enonce',
    'note',
    'precisions',
    'renvois',
    'non_dit',
    'reference_code',
    'provenance',
  ],
};

import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { ArrimageTable } from '../../tables/arrimage.table.ts';

export const arrimages: Catalogue<ArrimageTable> = {
  table: 'arrimage',
  columns: [
    'code',
    'rang',
    'avec',
    'mode',
    'role_code',
    'palier_code',
    'reference_code',
    'critere_code',
    'seuil_code',
    'mandats',
    'provenance',
  ],
};

import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { OrientationTable } from '../../tables/orientation.table.ts';

export const orientations: Catalogue<OrientationTable> = {
  table: 'orientation',
  columns: ['code', 'rang', 'titre', 'titre_sommaire', 'objet', 'provenance', 'provenance_sommaire'],
};

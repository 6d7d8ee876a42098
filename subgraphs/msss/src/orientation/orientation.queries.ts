import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';

export interface OrientationTable {
  code: string;
  rang: number;
  titre: string;
  titre_sommaire: string;
  objet: string;
  provenance: ProvenanceRow;
  provenance_sommaire: ProvenanceRow;
}

export const orientations: Catalogue<OrientationTable> = {
  table: 'orientation',
  columns: ['code', 'rang', 'titre', 'titre_sommaire', 'objet', 'provenance', 'provenance_sommaire'],
};

import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface PopulationImporteeTable {
  /** « 06112:2021:TOTAL ». */
  id: string;
  territoire_code: string;
  annee: number;
  sexe: 'TOTAL' | 'FEMININ' | 'MASCULIN';
  nombre: number;
  /** One figure a year of age, from 0; the last is of that age and more. */
  ages: number[];
  nature: 'ESTIMATION' | 'PROJECTION';
  /** As the file says it: revised, provisional; null when it says nothing. */
  statut: 'REVISE' | 'PROVISOIRE' | null;
  provenance: ProvenanceRow;
}

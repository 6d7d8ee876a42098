import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ValeurRegionaleTable {
  id: string;
  exigence_code: string;
  territoire_code: string;
  valeur: number | null;
  unite: string | null;
  texte: string;
  version: number;
  en_vigueur_depuis: string;
  provenance: ProvenanceRow;
}

export const VALEUR_REGIONALE_COLUMNS = [
  'id',
  'exigence_code',
  'territoire_code',
  'valeur',
  'unite',
  'texte',
  'version',
  'en_vigueur_depuis',
  'provenance',
] as const satisfies readonly (keyof ValeurRegionaleTable)[];

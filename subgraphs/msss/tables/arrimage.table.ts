import type { CodePalier } from '@palier/runtime/paliers';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ArrimageTable {
  code: string;
  rang: number;
  avec: string;
  mode: string | null;
  role_code: string;
  palier_code: CodePalier | null;
  reference_code: string | null;
  critere_code: string | null;
  seuil_code: string | null;
  mandats: string[];
  provenance: ProvenanceRow;
}

export const ARRIMAGE_COLUMNS = [
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
] as const satisfies readonly (keyof ArrimageTable)[];

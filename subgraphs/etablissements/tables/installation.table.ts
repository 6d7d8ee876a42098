import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface InstallationTable {
  code: string;
  territoire_code: string;
  etablissement_code: string;
  nom: string;
  mission_clsc: boolean;
  provenance: ProvenanceRow;
}

export const INSTALLATION_COLUMNS = [
  'code',
  'territoire_code',
  'etablissement_code',
  'nom',
  'mission_clsc',
  'provenance',
] as const satisfies readonly (keyof InstallationTable)[];

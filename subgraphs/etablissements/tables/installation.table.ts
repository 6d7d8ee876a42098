import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface InstallationTable {
  code: string;
  territoire_code: string;
  etablissement_code: string;
  nom: string;
  mission_clsc: boolean;
  provenance: ProvenanceRow;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { CodeFonction } from '../src/fonction-etablissement/fonction-etablissement-enums.ts';

export interface FonctionEtablissementTable {
  id: string;
  etablissement_code: string;
  fonction: CodeFonction;
  depuis: string;
  fin_le: string | null;
  provenance: ProvenanceRow;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface DesignationTable {
  id: string;
  territoire_code: string;
  etablissement_code: string;
  designee_le: string;
  delegation_le: string | null;
  delegation_etablissement_code: string | null;
  en_fonction_depuis: string | null;
  fin_le: string | null;
  provenance: ProvenanceRow;
}

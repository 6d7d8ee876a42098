import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { SeveriteRegle } from '@palier/runtime/regles/regle';

/** A rule that judged a submitted version. */
export interface RegleAppliqueeTable {
  reddition_id: string;
  regle_id: string;
  etablissement_code: string;
  provenance: ProvenanceRow;
}

/** What a rule said of a measure when its version was submitted. */
export interface ConstatValidationTable {
  id: string;
  reddition_id: string;
  mesure_id: string;
  regle_id: string;
  etablissement_code: string;
  severite: Exclude<SeveriteRegle, 'BLOQUANTE'>;
  message: string;
  operandes: string[];
  justification: string | null;
  provenance: ProvenanceRow;
}

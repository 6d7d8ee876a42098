import type { ProvenanceRow } from '@palier/runtime/provenance';

/** An établissement, and the territories that Santé Québec says it answers for; none for most of them. */
export interface EtablissementServantTable {
  code: string;
  territoire_codes: string[];
  provenance: ProvenanceRow;
}

/** An indicateur, and the exigences that Santé Québec says it counts. */
export interface IndicateurComptantTable {
  code: string;
  exigence_codes: string[];
  provenance: ProvenanceRow;
}

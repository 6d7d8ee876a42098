import type { CodeService } from '@palier/runtime/code-service';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ServiceSocialTable {
  code: CodeService;
  fiche: number;
  nom: string;
  description: string;
  clientele: string;
  objectifs: readonly string[];
  enonces_fiche: number;
  provenance: ProvenanceRow;
  provenance_clientele: ProvenanceRow;
}

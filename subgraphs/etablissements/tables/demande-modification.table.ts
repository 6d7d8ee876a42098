import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { EtatDemande, NatureImpact } from '../src/demande-modification/demande-modification-enums.ts';

export interface DemandeModificationTable {
  id: string;
  etablissement_code: string;
  territoire_codes: string[];
  etat: EtatDemande;
  limites: string | null;
  motifs: string[];
  avis_sante_publique: string | null;
  communication: string | null;
  plan_rattachement: string | null;
  deposee_le: string | null;
  provenance: ProvenanceRow;
}

export interface ImpactModificationTable {
  id: string;
  demande_id: string;
  nature: NatureImpact;
  evaluation: string;
  provenance: ProvenanceRow;
}

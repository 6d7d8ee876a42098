import type { CodePalier } from '@palier/runtime/paliers';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export type CodeDomaine = 'GOUVERNANCE' | 'SOINS' | 'COMMUNAUTES' | 'ENSEIGNEMENT' | 'RECHERCHE';

export interface DomainePartenariatTable {
  code: CodeDomaine;
  rang: number;
  nom: string;
  visee: string;
  provenance: ProvenanceRow;
}

export interface RecommandationTable {
  code: string;
  rang: number;
  domaine_code: CodeDomaine;
  palier_code: CodePalier;
  enonce: string;
  prioritaire: boolean;
  intention: string;
  statut: 'RECOMMANDATION';
  note: string | null;
  provenance: ProvenanceRow;
}

import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface PolitiqueTable {
  code: string;
  rang: number;
  titre: string;
  statut: string | null;
  provenance: ProvenanceRow;
}

export interface AxePolitiqueTable {
  code: string;
  rang: number;
  politique_code: string;
  titre: string;
  provenance: ProvenanceRow;
}

export interface OrientationPolitiqueTable {
  code: string;
  rang: number;
  axe_code: string;
  titre: string;
  themes: readonly string[];
  provenance: ProvenanceRow;
}

export interface ModificationRecommandeeTable {
  code: string;
  rang: number;
  axe_code: string;
  type: 'PRECISER' | 'MODIFIER' | 'INCLURE' | 'BONIFIER';
  enonce: string;
  orientations: readonly string[];
  statut: 'RECOMMANDATION';
  provenance: ProvenanceRow;
}

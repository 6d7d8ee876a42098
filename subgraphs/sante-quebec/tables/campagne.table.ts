import type { ProvenanceRow } from '@palier/runtime/provenance';

/** Instants are text, as Postgres writes them. */
export interface CampagneTable {
  code: string;
  nom: string;
  exercice: string;
  canevas_code: string;
  ouverte_le: string;
  fermee_le: string | null;
  /** Empty for all the periods of the exercice. */
  periodes: string[];
  echeance_recommandee: string | null;
  echeance: string | null;
  cloture: string | null;
  provenance: ProvenanceRow;
}

export interface ExceptionCampagneTable {
  acte: number;
  campagne_code: string;
  etablissement_code: string;
  jusqu_au: string;
  motif: string;
  accordee_le: string;
  provenance: ProvenanceRow;
}

export interface VersionRetenueTable {
  campagne_code: string;
  etablissement_code: string;
  reddition_id: string | null;
  raison: 'CONSOLIDEE' | 'EXAMEN_NON_TERMINE' | 'AUCUNE_VERSION_VALIDE';
  provenance: ProvenanceRow;
}

export interface TransmissionTable {
  acte: number;
  campagne_code: string;
  version: string;
  transmise_le: string;
  provenance: ProvenanceRow;
}

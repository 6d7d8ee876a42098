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

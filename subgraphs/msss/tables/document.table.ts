import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface DocumentTable {
  code: string;
  titre: string;
  emetteur: string;
  destinataire: string | null;
  date: string | null;
  statut: 'EN_VIGUEUR' | 'EN_VIGUEUR_NON_VERIFIEE' | 'RECOMMANDATION' | 'HISTORIQUE';
  portee: string;
  note: string | null;
  provenance: ProvenanceRow;
}

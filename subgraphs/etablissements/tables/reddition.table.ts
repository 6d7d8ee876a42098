import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { StatutFigure } from '../src/mesure/mesure-enums.ts';
import type { EtatReddition } from '../src/reddition/reddition-enums.ts';

export interface RedditionTable {
  id: string;
  etablissement_code: string;
  campagne: string;
  version: number;
  etat: EtatReddition;
  saisie_le: string;
  soumise_le: string | null;
  /** The number of the act that submitted it: of two of one instant, it says which came last. */
  soumise_par: number | null;
  /** Grows each time that a draft is written, from a version to the next. */
  revision: number;
  retiree_le: string | null;
  provenance: ProvenanceRow;
}

export interface LigneRedditionTable {
  id: string;
  reddition_id: string;
  mesure_id: string;
  mesure_version: number;
  etablissement_code: string;
  periode: string;
  territoire_code: string;
  exigence_code: string;
  volet: string | null;
  unite: string;
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
  statut: StatutFigure;
  reponse: 'CORRIGEE' | 'MAINTENUE' | null;
  justification: string | null;
  provenance: ProvenanceRow;
}

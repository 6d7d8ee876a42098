import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { EtatReddition } from './reddition.type.ts';

export interface RedditionTable {
  id: string;
  etablissement_code: string;
  campagne: string;
  version: number;
  etat: EtatReddition;
  saisie_le: string;
  soumise_le: string | null;
  provenance: ProvenanceRow;
}

export interface LigneRedditionTable {
  id: string;
  reddition_id: string;
  mesure_id: string;
  mesure_version: number;
  valeur: number | null;
  provenance: ProvenanceRow;
}

export const REDDITION_COLUMNS = [
  'id',
  'etablissement_code',
  'campagne',
  'version',
  'etat',
  'saisie_le',
  'soumise_le',
  'provenance',
] as const;

export const LIGNE_REDDITION_COLUMNS = [
  'id',
  'reddition_id',
  'mesure_id',
  'mesure_version',
  'valeur',
  'provenance',
] as const;

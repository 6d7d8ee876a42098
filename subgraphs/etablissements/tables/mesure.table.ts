import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { StatutFigure } from '../src/mesure/mesure-enums.ts';

/** What this level measures; the foreign key of `mesure` keeps every other cell out. */
export interface ExigenceMesureeTable {
  code: string;
  /** The indicateur of Santé Québec that counts it. */
  indicateur_code: string | null;
  unite: string;
  volets: string[];
  frequence: 'PERIODE' | 'EXERCICE';
  provenance: ProvenanceRow;
}

export interface MesureTable {
  id: string;
  /** The campagne that published it first. */
  campagne: string;
  /** The others whose versions carry it. */
  aussi: string[];
  periode: string;
  territoire_code: string;
  exigence_code: string;
  volet: string | null;
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
  /** Of the établissement that submitted it; null for what is made up. */
  etablissement_code: string | null;
  unite: string;
  statut: StatutFigure;
  version: number;
  saisie_le: string;
  provenance: ProvenanceRow;
}

/** What is said of a measure: by what is published, and by each version. */
export const SAID_COLUMNS = [
  'periode',
  'territoire_code',
  'exigence_code',
  'volet',
  'unite',
  'valeur',
  'numerateur',
  'denominateur',
  'statut',
] as const satisfies readonly (keyof MesureTable)[];

/** The same, as rules judge it. */
export const JUDGED_COLUMNS = [
  'periode',
  'territoire_code as territoire',
  'exigence_code as exigence',
  'volet',
  'unite',
  'valeur',
  'numerateur',
  'denominateur',
  'statut',
] as const;

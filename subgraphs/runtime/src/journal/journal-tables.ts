import type { CodePalier } from '../vocabulary/paliers.ts';
import type { OrigineActe } from './acte.ts';

/** The rows of a journal, in the schema of its level. Instants are text, as Postgres writes them. */
export interface JournalTables {
  journal: JournalTable;
  journal_noeud: JournalNoeudTable;
  journal_point: JournalPointTable;
  journal_contresignature: JournalContresignatureTable;
  journal_temoin: JournalTemoinTable;
  journal_cle: JournalCleTable;
}

export interface JournalTable {
  numero: number;
  nature: string;
  version: number;
  auteur: string;
  palier: CodePalier;
  etablissement: string | null;
  cle: string;
  motif: string | null;
  inscrit_le: string;
  origine: OrigineActe;
  contenu: string;
  demande: string;
  precedente: string;
  empreinte: string;
}

export interface JournalNoeudTable {
  hauteur: number;
  rang: number;
  empreinte: string;
}

/** What the journal came to when it had `taille` acts. */
export interface JournalPointTable {
  taille: number;
  racine: string;
  sommets: string[];
  /** The line of the level itself beneath the checkpoint. */
  signature: string;
  signe_le: string;
}

interface JournalContresignatureTable {
  taille: number;
  temoin: string;
  signature: string;
  recue_le: string;
}

/** What this level saw of the journal of another. */
interface JournalTemoinTable {
  journal: string;
  taille: number;
  racine: string;
  vu_le: string;
}

interface JournalCleTable {
  publique: string;
  depuis_le: string;
}

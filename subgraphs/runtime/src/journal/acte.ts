import type { Kysely } from 'kysely';
import type { ZodType } from 'zod';
import type { CodePalier } from '../vocabulary/paliers.ts';

/** Who acts, as a verified token says it. */
export interface Acteur {
  readonly sub: string;
  readonly palier: CodePalier;
  /** Code of the établissement in whose name it acts; null for another level. */
  readonly etablissement: string | null;
}

/** Whether an act says something of the world, or of the made-up year of the demonstration. */
export type OrigineActe = 'SAISIE' | 'DEMONSTRATION';

/** An act: what somebody did, at the moment it was written. It is never changed. */
export interface Acte<Contenu = unknown> {
  readonly niveau: CodePalier;
  /** From 1, without a gap in a level. */
  readonly numero: number;
  readonly nature: string;
  /** Version of the shape of its content. */
  readonly version: number;
  readonly auteur: string;
  readonly palier: CodePalier;
  readonly etablissement: string | null;
  /** What its author names it by, so that asking twice is doing once. */
  readonly cle: string;
  readonly motif: string | null;
  /** ISO 8601 in UTC, to the millisecond; never earlier than that of the act before. */
  readonly inscritLe: string;
  readonly origine: OrigineActe;
  readonly contenu: Contenu;
  /** Random, where what it holds may be withheld, and a part of its text: no digest of it tells who guesses that they guessed right. */
  readonly sel?: string;
  /** Digest of what was asked under its key: the same key with another is refused. */
  readonly demande: string;
  /** Digest of the act before; empty for the first. */
  readonly precedente: string;
  /** SHA-256 in hexadecimal: the leaf that this act is in the tree of its journal. */
  readonly empreinte: string;
}

/** An act that is asked and not written yet: what may still be refused. */
export type ActeDemande<Contenu = unknown> = Omit<Acte<Contenu>, 'numero' | 'precedente' | 'empreinte'>;

/** A kind of act: what it holds, when it is refused, what it changes. */
export interface ActeDefinition<Contenu = unknown, Tables = unknown> {
  /** As the mutation is named: « ouvrirCampagne ». */
  readonly nature: string;
  /** Version of the shape of `contenu`: another shape is another version, and old acts keep theirs. */
  readonly version: number;
  /** What such an act always says, whatever the level holds beside it: an official file is of the world in a made-up year too. */
  readonly origine?: OrigineActe;
  /**
   * Why what such an act holds is read by its établissement and by Santé Québec alone: it is not published, or not yet. Others read
   * that it was done, and its digest; without it, everybody reads all of it.
   */
  readonly reserve?: string;
  /** Which of several such acts are reserved, by what the tables of the level hold now; without it, all are. */
  findReserved?(
    level: { readonly database: Kysely<unknown>; readonly level: string },
    actes: readonly Pick<Acte<Contenu>, 'contenu' | 'etablissement'>[],
  ): Promise<readonly boolean[]>;
  /** Whose what such an act holds is, where it is done by another level. */
  isOf?(contenu: Contenu): string;
  /** Checks what is written, and what is read when acts are played again. */
  readonly contenu: ZodType<Contenu>;
  /** How the mutation names what the content does not name as its argument: « jour » is given as « date ». */
  readonly saidAs?: Readonly<Record<string, string>>;
  /**
   * Raises what refuses it, by what the level's own tables hold now. Called in the transaction that writes it: what it reads
   * cannot change meanwhile. Of its instant, which follows, it may look at the day in Québec alone (`toLocalDay`).
   */
  check(database: Kysely<Tables>, acte: ActeDemande<Contenu>): Promise<void>;
  /**
   * Names what `check` reads and `apply` writes, when that is one thing: acts that arrive together and name different things are
   * judged together, for none changes what another is judged by. Without it, an act is judged after all those before it.
   */
  touches?(acte: Pick<ActeDemande<Contenu>, 'contenu' | 'etablissement'>): string;
  /**
   * Writes what people read of it. What it does depends on the act and on the tables alone: no clock, no chance, no other
   * level, so that the same acts always give the same tables.
   */
  apply(database: Kysely<Tables>, acte: Acte<Contenu>): Promise<void>;
}

import type { Kysely } from 'kysely';
import type { AskGraph } from '../calls/ask-graph.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { ActeDefinition } from './acte.ts';
import type { Journal } from './journal.ts';
import type { NoteSigner, NoteVerifier } from './signed-note.ts';

/** The journal of a level, as its resolvers use it. */
export interface LevelJournal extends Journal {
  readonly niveau: CodePalier;
  /** The Postgres schema of the level. */
  readonly level: string;
  readonly database: Kysely<unknown>;
  readonly actes: readonly ActeDefinition[];
  readonly signer: NoteSigner;
  publics(): readonly NoteVerifier[];
  /** Asks the composed graph: what another level holds is read there, never in its tables. */
  readonly graph: AskGraph | undefined;
  /** Called whenever this level has seen the journal of another grow: it acted. Returns what ends the listening. */
  onSeen(listener: (other: CodePalier) => void): () => void;
  /** Tells that it has. */
  readonly tellSeen: (other: CodePalier) => void;
  /** Has acts that another program wrote countersigned: to be called once the data changed. */
  readonly lookAgain: () => void;
  /** Has nothing more countersigned: its database is being closed. */
  readonly stop: () => void;
}

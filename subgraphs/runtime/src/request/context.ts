import type { Kysely } from 'kysely';
import type { Asker } from '@palier/calls/asker';
import type { Identity } from '@palier/calls/identity';
import type { LevelJournal } from '../journal/level-journal.ts';
import type { History } from '../memory/history.ts';
import { type KeptValues, createKeptValues } from '../data/kept-values.ts';

/** Counts what is done for one request, and cuts it in turns of the loop. */
export interface Work {
  /** Values read or made; throws once they are more than one request may have. */
  spend(values: number): void;
  /** A promise of a later turn when this one is over. */
  pauseIfDue(): Promise<void> | undefined;
}

/** The tables of a level that the runtime serves without knowing them: of no other type could each level give its own. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type SomeTables = any;

/** What a loader may use: nothing that tells one request from another, for what it reads outlives the request. */
export interface ReadingContext<Tables = SomeTables> {
  readonly database: Kysely<Tables>;
  /** Readings under way, for this request alone. */
  readonly loaders: Map<unknown, unknown>;
  /** What loaders have read, shared with other requests while the data stay what they are. An act of this request begins it anew. */
  kept: KeptValues;
  /** Nothing where nobody counts. */
  readonly work: Work | undefined;
  /** Whoever waits for what is read; nothing where it is nobody that is known. */
  readonly asker: Asker | undefined;
  /** The past instant that is read, ISO 8601 in UTC; nothing for now. `database` is already that of then. */
  readonly au: string | undefined;
  /** What the level knew at each instant. */
  readonly history: History;
}

/** What a resolver may use: the tables of its own level, the loaders of this one request, and who asks. */
export interface SubgraphContext<Tables = SomeTables> extends ReadingContext<Tables> {
  readonly identity: Identity;
  /** Where the acts of this level are written; a subgraph without acts has none, and nothing there asks for it. */
  readonly journal: LevelJournal;
  /**
   * Whether what is answered depends on more than what is asked and the data of the level: the hour, or what another level holds
   * now. Whoever makes it so says it, and nobody keeps the answer.
   */
  isOfThisMoment: boolean;
}

/** What one request begins with. */
export interface ContextParts<Tables> {
  readonly database: Kysely<Tables>;
  readonly journal: LevelJournal | undefined;
  readonly history: History;
  readonly identity: Identity;
  readonly kept?: KeptValues;
  readonly work?: Work | undefined;
  readonly asker?: Asker | undefined;
  readonly au?: string | undefined;
}

/** One context per incoming request; never shared between two. */
export const createContext = <Tables>({
  journal,
  kept = createKeptValues(),
  work,
  asker,
  au,
  ...parts
}: ContextParts<Tables>): SubgraphContext<Tables> => ({
  ...parts,
  loaders: new Map(),
  kept,
  journal: journal as LevelJournal,
  work,
  asker,
  au,
  isOfThisMoment: false,
});

/** What a database thread opens. */
export interface PostgresStart {
  /** A folder of this machine; without one, the memory of the thread. */
  readonly files: string | undefined;
  /**
   * What it is born from: the files of an empty Postgres or others, copied from where `keepPreparedFiles` left them or, in memory,
   * given. Without, the files are there already.
   */
  readonly birth: 'EMPTY' | { readonly prepared: string } | FilesInMemory | undefined;
}

/** The files of a Postgres, one after the other. */
export interface FilesInMemory {
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Given to the thread: whoever gave it has it no more. */
  readonly content: Uint8Array<ArrayBuffer>;
}

/** What the thread is asked to do, one thing after the other. */
export type PostgresTask =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'listen'; readonly channel: string }
  | { readonly kind: 'close' };

export interface PostgresResults {
  readonly query: QueryRows;
  readonly listen: undefined;
  readonly close: undefined;
}

export interface QueryRows {
  readonly rows: unknown[];
  readonly affectedRows?: number;
}

/** Why the engine does not open, or stopped: the last refusal of the system, and the engine's own words. */
export interface EngineFault {
  /** For example ENOSPC. */
  readonly code: string | undefined;
  readonly words: readonly string[];
}

/**
 * An error of one statement, as Postgres tells it: its message, its SQLSTATE as `code`, its detail; and, as `refusal`,
 * what the system refused meanwhile, for example ENOSPC: what Postgres says after that is often of something else.
 */
export interface StatementFault {
  readonly message: string;
  readonly told: Readonly<Record<string, unknown>>;
}

export type ToPostgres =
  | { readonly id: number; readonly task: PostgresTask }
  /** The rows sent so far were taken: the next ones may come. */
  | { readonly id: number; readonly task: 'MORE' };

export type FromPostgres =
  | { readonly kind: 'ready' }
  /** It did not open, or it stopped in the middle of something; the thread ends. */
  | { readonly kind: 'broken'; readonly fault: EngineFault }
  /** The first rows of many; others wait to be asked for, and `done` brings the last ones. */
  | { readonly kind: 'slice'; readonly id: number; readonly rows: readonly unknown[] }
  | { readonly kind: 'done'; readonly id: number; readonly result: PostgresResults[PostgresTask['kind']] }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: StatementFault }
  | { readonly kind: 'heard'; readonly channel: string; readonly payload: string };

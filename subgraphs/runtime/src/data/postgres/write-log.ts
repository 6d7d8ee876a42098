import type { QueryRows } from './postgres-messages.ts';
import type { PostgresThread } from './postgres-thread.ts';

/** What the log of writes may hold past the last checkpoint, in bytes. */
const MOST_BYTES = 64 * 2 ** 20;
/** Statements and rows between two looks at it. */
const STRIDE = 256;

const SIZE = `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`;

/**
 * The log of writes of an embedded engine. Postgres leaves checkpoints to another process, and here there is none: the log
 * would grow for as long as the program runs.
 */
export class WriteLog {
  readonly #engine: PostgresThread;
  #done = 0;

  constructor(engine: PostgresThread) {
    this.#engine = engine;
  }

  count(done: number): void {
    this.#done += done;
  }

  /** Makes a checkpoint when one is due. Outside of any transaction: one that failed would take it along. */
  async keepShort(): Promise<void> {
    if (this.#done < STRIDE) return;
    this.#done = 0;
    try {
      const { rows } = await this.#ask(SIZE);
      const [size] = rows as readonly { readonly bytes: number }[];
      if (size !== undefined && size.bytes > MOST_BYTES) await this.#ask('checkpoint');
    } catch {
      // Whoever writes next is told what is wrong.
    }
  }

  #ask(sql: string): Promise<QueryRows> {
    return this.#engine.perform({ kind: 'query', sql, parameters: [] });
  }
}

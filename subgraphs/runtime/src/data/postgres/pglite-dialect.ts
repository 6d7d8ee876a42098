import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { OwnDialect } from './own-dialect.ts';
import type { PostgresThread } from './postgres-thread.ts';
import { WriteLog } from './write-log.ts';

/** Kysely over an embedded Postgres. PGlite has one connection: a transaction holds it, and the others wait their turn. */
export class PgliteDialect extends OwnDialect {
  readonly #engine: PostgresThread;

  constructor(engine: PostgresThread) {
    super();
    this.#engine = engine;
  }

  createDriver(): Driver {
    return new PgliteDriver(this.#engine);
  }
}

class PgliteDriver implements Driver {
  readonly #engine: PostgresThread;
  readonly #log: WriteLog;
  readonly #waiting: (() => void)[] = [];
  #held = false;

  constructor(engine: PostgresThread) {
    this.#engine = engine;
    this.#log = new WriteLog(engine);
  }

  async init(): Promise<void> {
    // It is ready once it is there.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    return new PgliteConnection(this.#engine, this.#log);
  }

  async releaseConnection(): Promise<void> {
    await this.#log.keepShort();
    const next = this.#waiting.shift();
    if (next === undefined) this.#held = false;
    else next();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation =
      settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    await connection.executeQuery(CompiledQuery.raw(`begin${isolation}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    // Whoever opened the engine closes it.
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #engine: PostgresThread;
  readonly #log: WriteLog;

  constructor(engine: PostgresThread, log: WriteLog) {
    this.#engine = engine;
    this.#log = log;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters } = query;
    const { rows, affectedRows } = await this.#engine.perform({ kind: 'query', sql, parameters });
    this.#log.count(1 + (affectedRows ?? 0));
    const found = rows as R[];
    return affectedRows === undefined
      ? { rows: found }
      : { rows: found, numAffectedRows: BigInt(affectedRows) };
  }

  // eslint-disable-next-line require-yield -- the interface asks for a generator; PGlite has no cursor to read from.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream');
  }
}

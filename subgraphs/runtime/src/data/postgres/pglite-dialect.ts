import { CompiledQuery, type QueryResult, type TransactionSettings } from 'kysely';
import { FairTurns } from './fair-turns.ts';
import { OwnDialect } from './own-dialect.ts';
import type { PostgresThread } from './postgres-thread.ts';
import { type HeldConnection, TurnDriver } from './turn-driver.ts';
import { WriteLog } from './write-log.ts';

/** Kysely over an embedded Postgres. PGlite has one connection: a transaction holds it, and the others wait their turn. */
export class PgliteDialect extends OwnDialect {
  readonly #engine: PostgresThread;
  readonly #close: () => Promise<void>;

  constructor(engine: PostgresThread, close: () => Promise<void>) {
    super();
    this.#engine = engine;
    this.#close = close;
  }

  createDriver(): TurnDriver {
    return new PgliteDriver(this.#engine, this.#close);
  }
}

class PgliteDriver extends TurnDriver {
  readonly #connection: PgliteConnection;
  readonly #close: () => Promise<void>;

  constructor(engine: PostgresThread, close: () => Promise<void>) {
    super(new FairTurns(1));
    this.#connection = new PgliteConnection(engine);
    this.#close = close;
  }

  protected hold(): HeldConnection {
    return this.#connection;
  }

  /** What is written to close, within the transaction of somebody else, would commit what it has written so far. */
  destroy(): Promise<void> {
    return this.inTurn(this.#close);
  }
}

class PgliteConnection implements HeldConnection {
  readonly #engine: PostgresThread;
  readonly #log: WriteLog;

  constructor(engine: PostgresThread) {
    this.#engine = engine;
    this.#log = new WriteLog(engine);
  }

  async begin({ isolationLevel }: TransactionSettings): Promise<void> {
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    await this.executeQuery(CompiledQuery.raw(`begin${isolation}`));
  }

  async commit(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollBack(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('rollback'));
  }

  release(): Promise<void> {
    return this.#log.keepShort();
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
}

import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { askerOf } from './asked-by.ts';
import type { FairTurns } from './fair-turns.ts';

/** A connection to Postgres, for as long as one statement or one transaction has it. */
export interface HeldConnection {
  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>>;
  begin(settings: TransactionSettings): Promise<void>;
  commit(): Promise<void>;
  rollBack(): Promise<void>;
  release(): Promise<void>;
}

/** The connections of one database, which statements and transactions have in turn. */
export abstract class TurnDriver implements Driver {
  readonly #turns: FairTurns;

  constructor(turns: FairTurns) {
    this.#turns = turns;
  }

  /** A connection that nobody else has. */
  protected abstract hold(): HeldConnection | Promise<HeldConnection>;
  abstract destroy(): Promise<void>;

  /** Does what no transaction may be under way for. */
  protected async inTurn(work: () => Promise<void>): Promise<void> {
    await this.#turns.enter(undefined);
    await work().finally(() => this.#turns.leave());
  }

  async init(): Promise<void> {
    // It is ready once it is there.
  }

  /** None is held before it is known whose statement it is for. */
  async acquireConnection(): Promise<TurnConnection> {
    return new TurnConnection(this.#turns, () => this.hold());
  }

  async releaseConnection(connection: TurnConnection): Promise<void> {
    await connection.release();
  }

  async beginTransaction(connection: TurnConnection, settings: TransactionSettings): Promise<void> {
    const held = await connection.take(undefined);
    await held.begin(settings);
  }

  async commitTransaction(connection: TurnConnection): Promise<void> {
    await connection.held?.commit();
  }

  async rollbackTransaction(connection: TurnConnection): Promise<void> {
    await connection.held?.rollBack();
  }
}

class TurnConnection implements DatabaseConnection {
  readonly #turns: FairTurns;
  readonly #hold: () => HeldConnection | Promise<HeldConnection>;
  /** While a statement or a transaction has it. */
  held: HeldConnection | undefined;

  constructor(turns: FairTurns, hold: () => HeldConnection | Promise<HeldConnection>) {
    this.#turns = turns;
    this.#hold = hold;
  }

  /** For all that comes until it is released. */
  async take(asker: Parameters<FairTurns['enter']>[0]): Promise<HeldConnection> {
    await this.#turns.enter(asker);
    try {
      return (this.held = await this.#hold());
    } catch (error) {
      this.#turns.leave(false);
      throw error;
    }
  }

  async release(): Promise<void> {
    const { held } = this;
    if (held === undefined) return;
    this.held = undefined;
    await held.release().finally(() => this.#turns.leave());
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.held) return this.held.executeQuery(query);
    const held = await this.take(askerOf(query));
    try {
      return await held.executeQuery(query);
    } finally {
      await this.release();
    }
  }

  /** Nothing here reads by a cursor. */
  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Nothing is streamed');
  }
}

import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { CompiledQuery, type QueryResult, type TransactionSettings } from 'kysely';
import type pg from 'pg';
import { PalierError } from '../../base/errors.ts';
import { askerOf } from './asked-by.ts';
import { whileAtWork } from './at-work.ts';
import { FairTurns } from './fair-turns.ts';
import { OwnDialect } from './own-dialect.ts';
import { isNamed, isSentAhead } from './sent-ahead.ts';
import { type HeldConnection, TurnDriver } from './turn-driver.ts';

/** The part of a pool that is used here. */
export interface ServerPool {
  /** Connections that it has at once. */
  readonly size: number;
  /** How long, in milliseconds, one is waited for while none of them is given back. */
  readonly mostStillMs: number;
  connect(): Promise<pg.PoolClient>;
  /** Whether the server is at what that connection was asked, by the number that it gave it; nothing before it gave one. */
  isAtWork(pid: number | undefined): Promise<boolean>;
  end(): Promise<void>;
}

/**
 * Kysely over a server. What gives nothing to wait for (see `sent-ahead.ts`) goes with what follows it: the server answers in
 * order, so that what is read next sees it, and says what became of it.
 */
export class ServerDialect extends OwnDialect {
  readonly #pool: ServerPool;

  constructor(pool: ServerPool) {
    super();
    this.#pool = pool;
  }

  createDriver(): TurnDriver {
    return new ServerDriver(this.#pool);
  }
}

class ServerDriver extends TurnDriver {
  readonly #pool: ServerPool;
  readonly #connections = new WeakMap<pg.PoolClient, ServerConnection>();

  constructor(pool: ServerPool) {
    super(new FairTurns(pool.size, pool.mostStillMs));
    this.#pool = pool;
  }

  protected async hold(): Promise<ServerConnection> {
    const client = await this.#pool.connect();
    const connection = this.#connections.get(client) ?? new ServerConnection(client, this.#pool);
    this.#connections.set(client, connection);
    return connection;
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

/** Statements that change what they give when somebody alters a table under them. */
const STALE_PLAN = '0A000';

/** A statement that its time has stopped. */
const OUT_OF_TIME = '57014';

/** Statements that are kept to go with what follows them: sending takes as long as making some. */
const MOST_HELD = 8;

/** What is waited for the server to say so. */
const SILENCE_MS = 5_000;

/** For how long a transaction that may write is kept by the server for a program that is not there any more. */
const LEAVES_IT = `set local idle_in_transaction_session_timeout = '60s'`;

class ServerConnection implements HeldConnection {
  readonly #client: pg.PoolClient;
  readonly #stream: Socket;
  readonly #pool: Pick<ServerPool, 'isAtWork'>;
  #pid: number | undefined;
  #ahead: Promise<unknown>[] = [];
  /** Its prepared statements are of tables that have another shape. */
  #isStale = false;
  #isInTransaction = false;
  /** What the server gives each statement, in seconds; 0 for all the time it takes, nothing for what it is set to. */
  #timeoutS: number | undefined;

  constructor(client: pg.PoolClient, pool: Pick<ServerPool, 'isAtWork'>) {
    this.#client = client;
    this.#stream = client.connection.stream as Socket;
    this.#pool = pool;
    // Asked of the server: what stands between may give a number of its own.
    void client.query<{ pid: number }>('select pg_backend_pid() as pid').then(
      ({ rows: [row] }) => (this.#pid = row?.pid),
      () => undefined,
    );
  }

  async begin({ isolationLevel: level, accessMode: mode }: TransactionSettings): Promise<void> {
    this.#giveTime(0);
    this.#isInTransaction = true;
    // One that asks how it is isolated is there to read: it holds nobody up, and may think between two reads.
    const isolation = level === undefined ? `; ${LEAVES_IT}` : ` isolation level ${level}`;
    this.sendAhead(`start transaction${mode === undefined ? '' : ` ${mode}`}${isolation}`);
  }

  async commit(): Promise<void> {
    await this.executeQuery(CompiledQuery.raw('commit'));
    this.#isInTransaction = false;
  }

  /** A statement may take the time that is left to whoever waits for it; those of programs, what they need. */
  #giveTime(leftMs: number): void {
    const seconds = Math.ceil(leftMs / 1_000);
    if (seconds === this.#timeoutS) return;
    this.#timeoutS = seconds;
    this.sendAhead(`set statement_timeout = '${seconds}s'`);
  }

  sendAhead(text: string, name?: string, values?: readonly unknown[]): void {
    if (this.#ahead.length === 0) this.#stream.cork();
    const sent = this.#send({ text, ...(name && { name }), ...(values && { values: [...values] }) });
    sent.catch(() => undefined);
    this.#ahead.push(sent);
    if (this.#ahead.length % MOST_HELD !== 0) return;
    // The server is at them while the next ones are made.
    this.#stream.uncork();
    this.#stream.cork();
  }

  /** A server that does not say that it stopped a statement has gone without a word: its connection is given up. */
  #send(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const time = this.#timeoutS ? { query_timeout: this.#timeoutS * 1_000 + SILENCE_MS } : {};
    return this.#client.query({ ...query, ...time });
  }

  async executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql: text, parameters, query } = compiled;
    const asker = askerOf(compiled);
    if (!this.#isInTransaction) this.#giveTime(asker ? Math.max(1, asker.leftMs) : 0);
    const name = isNamed(query) ? nameOf(text) : undefined;
    if (isSentAhead(query)) {
      this.sendAhead(text, name, parameters);
      return { rows: [] };
    }
    const sent = this.#send({ text, ...(name && { name }), values: [...parameters] });
    // What was kept to go with it goes.
    if (this.#ahead.length > 0) this.#stream.uncork();
    const [before, answer] = await this.#wait(Promise.all([this.#settleAhead(), settle(sent)]));
    if (before !== undefined) throw this.#note(before.error);
    if ('error' in answer) throw this.#note(answer.error);
    const { command, rowCount, rows } = answer.result;
    const found = rows as Row[];
    return CHANGES.has(command) ? { rows: found, numAffectedRows: BigInt(rowCount ?? 0) } : { rows: found };
  }

  #wait<Result>(answer: Promise<Result>): Promise<Result> {
    return whileAtWork(answer, this.#stream, () => this.#pool.isAtWork(this.#pid));
  }

  /** @returns what failed first, and is why those after it did; nothing when none did */
  async #settleAhead(): Promise<{ readonly error: unknown } | undefined> {
    const ahead = this.#ahead;
    this.#ahead = [];
    if (ahead.length === 0) return undefined;
    const answers = await Promise.all(ahead.map(settle));
    return answers.find((answer) => 'error' in answer);
  }

  /** Whatever became of what was sent ahead is undone. */
  async rollBack(): Promise<void> {
    this.sendAhead('rollback');
    await this.executeQuery(CompiledQuery.raw('select 1')).catch(() => undefined);
    this.#isInTransaction = false;
  }

  async release(): Promise<void> {
    if (this.#ahead.length > 0) this.#stream.uncork();
    await this.#wait(this.#settleAhead());
    this.#client.release(this.#isStale);
  }

  #note(error: unknown): unknown {
    const { code } = error as { code?: unknown };
    if (code === STALE_PLAN) this.#isStale = true;
    return code === OUT_OF_TIME || this.#stream.destroyed ? new PalierError('BASE_INDISPONIBLE') : error;
  }
}

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

type Answer<Result> = { readonly result: Result } | { readonly error: unknown };

const settle = <Result>(sent: Promise<Result>): Promise<Answer<Result>> =>
  sent.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );

const names = new Map<string, string>();

/** The same text is prepared once a connection. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `palier_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  if (names.size < MOST_NAMES) names.set(text, name);
  return name;
}

const MOST_NAMES = 1_000;

import {
  type AliasedRawBuilder,
  Kysely,
  type KyselyConfig,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import pg from 'pg';
import { INT8, TEXT_TYPES, toSafeInteger } from './postgres/column-values.ts';
import { sayEngineStopped } from './folder/data-folder-fault.ts';
import { type DataFolder, openDataFolder } from './folder/data-folder.ts';
import { readPreparedFiles } from './postgres/prepared-files.ts';
import { NobodyWaits, PalierError, StartupError } from '../base/errors.ts';
import {
  createServerNotifications,
  type NotificationListener,
  type Notifications,
} from './postgres/notifications.ts';
import { isAtWork } from './postgres/at-work.ts';
import { PgliteDialect } from './postgres/pglite-dialect.ts';
import { ServerDialect } from './postgres/server-dialect.ts';
import { type PostgresThread, startPostgresThread } from './postgres/postgres-thread.ts';

export { askedBy } from './postgres/asked-by.ts';

/** Where the data lives: a Postgres server, a folder of this machine, or the memory of this process. */
export type DatabaseLocation =
  /** `givenBy`: what people gave the address by, DATABASE_URL unless said. */
  | { readonly kind: 'server'; readonly url: string; readonly givenBy?: string }
  /** `prepared`: files to be born from, those that `keepPreparedFiles` left. `opening`: by who began to open it. */
  | {
      readonly kind: 'folder';
      readonly folder: string;
      readonly prepared?: string;
      readonly opening?: Promise<DataFolder>;
    }
  | { readonly kind: 'memory'; readonly prepared?: string };

/** One open database, whatever stands behind it. */
export interface Database {
  readonly kysely: Kysely<unknown>;
  /** Fails when the database does not answer. */
  ping(): Promise<void>;
  /** Called with the text of each SQL statement sent, for tests and query plans. Returns what ends the listening. */
  onStatement(listener: (sql: string) => void): () => void;
  /** Hears what is announced with `pg_notify`, until the database is closed. */
  listen(channel: string, listener: NotificationListener): Promise<void>;
  /** Told, in one French line, when an embedded database stops by itself: it answers nothing from then on. */
  onStopped(listener: (line: string) => void): void;
  /** Told before it is closed: whoever follows it by themselves asks nothing more of it. */
  onClosing(listener: () => void): void;
  close(): Promise<void>;
}

/** Opens the database; raises StartupError with one French line when it cannot. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if (location.kind === 'server') return openServer(location);
  if (location.kind === 'folder')
    return openFolder(location.opening ?? openDataFolder(location.folder, location.prepared));
  return openMemory(location.prepared);
}

/** Rows in one parameter, as a table named `given`. @param columns each with its type, as SQL says them */
export const givenRows = <Row>(columns: string, rows: readonly Row[]): AliasedRawBuilder<Row, 'given'> =>
  sql<Row>`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)`.as<'given'>(
    sql.raw(`given(${columns})`),
  );

/** A name, as the text of a statement has it. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `column = any(…)`: the text stays the same whatever the number of values, so that Postgres keeps one plan. */
export function anyOf<Value extends string = string>(values: readonly string[]): RawBuilder<Value> {
  return sql<Value>`any(${[...values]}::text[])`;
}

/** Rows after a key, in the order of that key or, when these alone are asked, in the order of the codes given. */
export function inOrderOf<DB, TB extends keyof DB, Output>(
  query: SelectQueryBuilder<DB, TB, Output>,
  column: string,
  codes: readonly string[] | null,
  afterKey: string | undefined,
): SelectQueryBuilder<DB, TB, Output> {
  const key = sql.ref(column);
  const place = (code: RawBuilder<unknown>): RawBuilder<unknown> =>
    codes === null ? code : sql`array_position(${[...codes]}::text[], ${code})`;
  return query
    .$if(afterKey !== undefined, (after) =>
      after.where(sql<SqlBool>`${place(sql`${key}`)} > ${place(sql`${afterKey}::text`)}`),
    )
    .orderBy(place(sql`${key}`)) as SelectQueryBuilder<DB, TB, Output>;
}

/** Of one program to a server. */
const MOST_CONNECTIONS = 10;

/** A server that lets nobody in, or out, for so long does not answer. */
const MOST_STILL_MS = 5_000;

async function openServer({
  url,
  givenBy = 'DATABASE_URL',
}: Extract<DatabaseLocation, { kind: 'server' }>): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: MOST_STILL_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // What is sent ahead goes without waiting for what was sent before.
    pipeline: true,
    types: { getTypeParser },
  });
  // A connection lost is replaced by the pool at the next query; without listeners, idle or in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new StartupError(`La base de données ne s’ouvre pas : ${describe(error)}. Vérifiez ${givenBy}.`);
  }
  return createDatabase({
    notifications: createServerNotifications(url),
    dialect: new ServerDialect({
      size: MOST_CONNECTIONS,
      mostStillMs: MOST_STILL_MS,
      connect: () => connect(pool),
      isAtWork: (pid) => isAtWork(url, pid),
      end: () => pool.end(),
    }),
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  });
}

/** Why a server refuses, by the codes of the system and of Postgres. */
const REFUSALS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'rien n’écoute à cette adresse',
  ENOTFOUND: 'l’hôte est inconnu',
  EAI_AGAIN: 'l’hôte est inconnu',
  ETIMEDOUT: 'le serveur ne répond pas à temps',
  EHOSTUNREACH: 'l’hôte est hors d’atteinte',
  ENETUNREACH: 'l’hôte est hors d’atteinte',
  ENOENT: 'rien n’écoute à cette adresse',
  ERR_INVALID_URL: 'l’adresse est mal écrite',
  '28P01': 'le mot de passe est refusé',
  '28000': 'cet utilisateur est refusé',
  '3D000': 'cette base n’existe pas sur le serveur',
  '42501': 'cet utilisateur n’a pas les droits voulus',
  '53300': 'le serveur n’a plus de connexion libre',
  '57P03': 'le serveur démarre ou s’arrête',
};

/** A server that is gone is said to whoever asks, as something to retry; why goes no further than the log. */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    process.stderr.write(
      `${JSON.stringify({ level: 'error', message: `PostgreSQL : ${describe(error)}` })}\n`,
    );
    throw new PalierError('BASE_INDISPONIBLE');
  }
}

/** Says why without the address or the password that DATABASE_URL may hold. */
function describe(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return REFUSALS[code] ?? `code ${code}`;
  if (/timeout/i.test(String(message))) return 'le serveur ne répond pas à temps';
  if (/SSL/.test(String(message))) return 'le serveur n’offre pas le chiffrement demandé';
  return 'la connexion est refusée';
}

async function openFolder(opening: Promise<DataFolder>): Promise<Database> {
  const { engine, close } = await opening;
  return createEmbeddedDatabase(engine, close);
}

async function openMemory(prepared: string | undefined): Promise<Database> {
  const birth = prepared === undefined ? 'EMPTY' : readPreparedFiles(prepared);
  const engine = await startPostgresThread({ files: undefined, birth });
  return createEmbeddedDatabase(engine, () => engine.close());
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === INT8) return toSafeInteger;
  if (TEXT_TYPES.includes(type)) return (value) => value;
  return pg.types.getTypeParser(type, format as 'text');
}

interface Engine {
  readonly dialect: KyselyConfig['dialect'];
  readonly notifications: Notifications;
  readonly onStopped?: Database['onStopped'];
  readonly close: () => Promise<void>;
}

function createDatabase({ dialect, notifications, onStopped, close }: Engine): Database {
  const listeners = new Set<(text: string) => void>();
  const closing: (() => void)[] = [];
  const kysely = new Kysely<unknown>({
    dialect,
    log: (event) => {
      const isSent = event.level === 'query' || !(event.error instanceof NobodyWaits);
      if (isSent) listeners.forEach((listener) => listener(event.query.sql));
    },
  });
  return {
    kysely,
    ping: async () => {
      await sql`select 1`.execute(kysely);
    },
    onStatement: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listen: notifications.listen,
    // A server that goes away comes back.
    onStopped: onStopped ?? (() => undefined),
    onClosing: (listener) => void closing.push(listener),
    // Kysely closes what it has used, and only that: what nobody asked anything of is closed here.
    close: async () => {
      for (const listener of closing) listener();
      await notifications.close();
      await kysely.destroy();
      await close();
    },
  };
}

function createEmbeddedDatabase(engine: PostgresThread, close: () => Promise<void>): Database {
  return createDatabase({
    dialect: new PgliteDialect(engine, close),
    notifications: {
      // It lives in this process: nothing comes between it and the listener.
      async listen(channel, listener) {
        await engine.listen(channel, (payload) => listener.heard(payload));
        listener.opened();
      },
      close: () => Promise.resolve(),
    },
    onStopped: (listener) => engine.onBroken((fault) => listener(sayEngineStopped(fault))),
    close,
  });
}

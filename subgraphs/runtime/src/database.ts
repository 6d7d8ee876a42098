import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { Kysely, type KyselyConfig, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { PalierError, StartupError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { createServerNotifications, type Ear, type Notifications } from './notifications.ts';
import { PgliteDialect } from './pglite-dialect.ts';

/** Where the data lives: a Postgres server, a folder of this machine, or the memory of this process. */
export type DatabaseLocation =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory'; readonly snapshot?: Blob };

/** One open database, whatever stands behind it. */
export interface Database {
  readonly kysely: Kysely<unknown>;
  /** Called with the text of each SQL statement sent, for tests and query plans. Returns what ends the listening. */
  onStatement(listener: (sql: string) => void): () => void;
  /** Hears what is announced with `pg_notify`, until the database is closed. */
  listen(channel: string, ear: Ear): Promise<void>;
  /** The files of an embedded database as one archive; undefined on a server. */
  snapshot(): Promise<Blob | undefined>;
  close(): Promise<void>;
}

// The same column gives the same value on both engines: safe integers, and dates as the text Postgres writes.
const INT8 = 20;
const TEXT_TYPES = [1082, 1114, 1184, 1186];

/** Opens the database; raises StartupError with one French line when it cannot. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if (location.kind === 'server') return openServer(location.url);
  if (location.kind === 'folder') return openFolder(location.folder);
  const client = await createPglite({ loadDataDir: location.snapshot ?? (await emptyFiles()) });
  return createEmbeddedDatabase(client, () => undefined);
}

/** `column = any(…)`: the text stays the same whatever the number of values, so that Postgres keeps one plan. */
export function anyOf<Value extends string = string>(values: readonly string[]): RawBuilder<Value> {
  return sql<Value>`any(${[...values]}::text[])`;
}

async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser },
  });
  // A connection lost is replaced by the pool at the next query; without listeners, idle or in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new StartupError(`La base de données ne s’ouvre pas : ${describe(error)}. Vérifiez DATABASE_URL.`);
  }
  return createDatabase({
    notifications: createServerNotifications(url),
    dialect: new PostgresDialect({ pool: { connect: () => connect(pool), end: () => pool.end() } }),
    snapshot: async () => undefined,
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
      `${JSON.stringify({ level: 'error', message: `PostgreSQL: ${describe(error)}` })}\n`,
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

async function openFolder(folder: string): Promise<Database> {
  const release = await takeFolder(folder);
  const files = join(folder, 'postgres');
  const complete = join(folder, 'complet');
  try {
    // A first start that was cut off leaves files Postgres cannot open, and nothing anybody had sent yet.
    if (!existsSync(complete)) rmSync(files, { recursive: true, force: true });
    const birth = existsSync(complete) ? {} : { loadDataDir: await emptyFiles() };
    refuseLostFiles(complete, files);
    const client = await createPglite({ dataDir: files, ...birth });
    writeFileSync(complete, '');
    return createEmbeddedDatabase(client, release);
  } catch (error) {
    release();
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `Le dossier de données ${folder} ne s’ouvre pas (${firstLineOf(error)}). Rien n’y a été effacé : rétablissez-en une copie, ou choisissez un autre dossier avec PALIER_DOSSIER.`,
    );
  }
}

/** Makes the folder when it is missing, and locks it. */
async function takeFolder(folder: string): Promise<() => void> {
  try {
    mkdirSync(folder, { recursive: true });
    return await lockFolder(folder);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `Le dossier de données ${folder} ne peut pas être créé ou écrit (${(error as NodeJS.ErrnoException).code}). Choisissez-en un autre avec PALIER_DOSSIER.`,
    );
  }
}

/** Postgres would be born again over what is left of a folder whose files went away; nobody asked for that. */
function refuseLostFiles(complete: string, files: string): void {
  if (existsSync(complete) && !existsSync(join(files, 'PG_VERSION')))
    throw new Error('les fichiers de Postgres n’y sont plus');
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** The files of an empty Postgres. Loaded, as PGlite itself, only by a program that embeds one. */
async function emptyFiles(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
  return dataDir();
}

async function createPglite(options: PGliteOptions): Promise<PGlite> {
  const asText = (value: string): string => value;
  const parsers = Object.fromEntries([...TEXT_TYPES.map((type) => [type, asText]), [INT8, toSafeInteger]]);
  const { PGlite: Postgres } = await import('@electric-sql/pglite');
  return Postgres.create({ ...options, parsers });
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === INT8) return toSafeInteger;
  if (TEXT_TYPES.includes(type)) return (value) => value;
  return pg.types.getTypeParser(type, format as 'text');
}

function toSafeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('an int8 value exceeds the safe integers');
  return number;
}

interface Engine {
  readonly dialect: KyselyConfig['dialect'];
  readonly notifications: Notifications;
  readonly snapshot: () => Promise<Blob | undefined>;
  readonly close: () => Promise<void>;
}

function createDatabase({ dialect, notifications, snapshot, close }: Engine): Database {
  const listeners = new Set<(text: string) => void>();
  const kysely = new Kysely<unknown>({
    dialect,
    log: (event) => listeners.forEach((listener) => listener(event.query.sql)),
  });
  return {
    kysely,
    onStatement: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listen: notifications.listen,
    snapshot,
    // Kysely ends what it has used, and only that: the engine is closed here as well.
    close: async () => {
      await notifications.close();
      await kysely.destroy();
      await close();
    },
  };
}

function createEmbeddedDatabase(client: PGlite, release: () => void): Database {
  return createDatabase({
    dialect: new PgliteDialect(client),
    notifications: {
      // It lives in this process: nothing comes between it and the ear.
      async listen(channel, ear) {
        await client.listen(channel, (payload) => ear.heard(payload));
        ear.opened();
      },
      close: () => Promise.resolve(),
    },
    snapshot: () => client.dumpDataDir('none'),
    close: async () => {
      if (!client.closed) await client.close();
      release();
    },
  });
}

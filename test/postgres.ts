import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server that a test may do anything to. */
export interface OwnServer {
  urlOf(database: string): string;
  /** Stops it as a power cut would, and starts it again: it recovers from its log of writes. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Told by what is skipped without a server. */
export const NO_SERVER =
  'ni DATABASE_URL, ni les programmes de PostgreSQL (initdb, postgres) sur cette machine';

/** The folder of `initdb` and `postgres`, as `pg_config` or Debian say; undefined where PostgreSQL is not installed. */
export function findServerPrograms(): string | undefined {
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [told, ...versions.map((version) => join(debian, version, 'bin'))].find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

/** Starts a server in a folder of its own, met by a socket there and by no port. PostgreSQL refuses to run as root. */
export async function openOwnServer(programs: string): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-pg-'));
  const who = process.getuid?.() === 0 ? findUser() : {};
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'donnees');
  execFileSync(
    join(programs, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...who, stdio: 'pipe' },
  );
  const urlOf = (database: string): string =>
    `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        data,
        '-k',
        folder,
        '-c',
        'listen_addresses=',
        '-c',
        'max_connections=120',
        '-c',
        'shared_buffers=32MB',
      ],
      { ...who, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2_000)));
    while (child.exitCode === null && !(await answers(urlOf('postgres')))) await sleep(20);
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    return child;
  };
  let child = await start();
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    urlOf,
    crash: async () => {
      await stop('SIGQUIT');
      child = await start();
    },
    close: async () => {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findUser(): { uid?: number; gid?: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((text) => text.split(':'))
    .find(([name]) => name === 'postgres' || name === 'nobody');
  return line === undefined ? {} : { uid: Number(line[2]), gid: Number(line[3]) };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A new database, on the server of DATABASE_URL or on one of this test's own. */
export interface OwnDatabase {
  readonly url: string;
  /** As somebody else, by a password. */
  urlAs(role: string, password: string): string;
  admin(statement: string): Promise<pg.QueryResult>;
  /** Drops it, and the roles named. */
  close(roles?: readonly string[]): Promise<void>;
}

/** @returns undefined where there is no server to be had: what needs one is skipped, saying `NO_SERVER` */
export async function openOwnDatabase(): Promise<OwnDatabase | undefined> {
  const given = process.env['DATABASE_URL'] || undefined;
  const programs = given === undefined ? findServerPrograms() : undefined;
  if (given === undefined && programs === undefined) return undefined;
  const server = programs === undefined ? undefined : await openOwnServer(programs);
  const adminUrl = given ?? server!.urlOf('postgres');
  const url = await createDatabase(adminUrl);
  return {
    url,
    urlAs: (role, password) => url.replace(/\/\/[^@/]*@/, `//${role}:${password}@`),
    admin: (statement) => query(url, statement),
    close: async (roles = []) => {
      await dropDatabase(adminUrl, url);
      for (const role of roles) await query(adminUrl, `drop role if exists ${role}`);
      await server?.close();
    },
  };
}

/** A database as another is now, to write in alone. Nobody may be connected to that one. */
export async function copyDatabase(url: string): Promise<Pick<OwnDatabase, 'url' | 'close'>> {
  return openBeside(url, nameOf(url));
}

/** A database on the server of another, empty without a template. */
export async function openBeside(
  url: string,
  template?: string,
): Promise<Pick<OwnDatabase, 'url' | 'close'>> {
  const adminUrl = withPath(url, 'postgres');
  const made = await createDatabase(adminUrl, template);
  return { url: made, close: () => dropDatabase(adminUrl, made) };
}

/** The address by which somebody reaches a database, as another reaches it. */
export const inDatabaseOf = (url: string, someone: string): string => withPath(someone, nameOf(url));

async function createDatabase(adminUrl: string, template?: string): Promise<string> {
  const name = `palier_essai_${randomBytes(6).toString('hex')}`;
  await query(adminUrl, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  return withPath(adminUrl, name);
}

async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  await query(adminUrl, `drop database if exists ${nameOf(url)} with (force)`);
}

const nameOf = (url: string): string => /^\w+:\/\/[^/]*\/([^?]*)/.exec(url)![1]!;

const withPath = (url: string, database: string): string =>
  url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`);

/** One statement, on a connection of its own. */
export async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

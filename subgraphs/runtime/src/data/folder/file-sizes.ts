import type { PostgresThread } from '../postgres/postgres-thread.ts';

/**
 * How long each file of the database was when it was last seen whole. Postgres reads what there is: a table cut at a page
 * is a shorter table, and its rows are gone without a word. Files only grow here (nothing is vacuumed), so one that is
 * shorter than noted has lost something.
 */
const CREATE = [
  'create schema if not exists palier',
  'create table if not exists palier.fichier (filenode oid primary key, relation text not null, pages bigint not null)',
];

const PAGES = `pg_relation_size(oid) / current_setting('block_size')::int`;

const FIND_SHORTER = `select relation, pages, ${PAGES} as left_over
  from palier.fichier join pg_class on pg_relation_filenode(oid) = filenode where ${PAGES} < pages order by relation`;

const NOTE = [
  // What is noted is on the disk first: pages that a power cut takes away before that are missed by nobody.
  'checkpoint',
  'begin',
  'truncate palier.fichier',
  `insert into palier.fichier select pg_relation_filenode(oid), oid::regclass::text, ${PAGES}
    from pg_class where relkind in ('r', 'i', 't', 'm', 'S') and pg_relation_filenode(oid) is not null`,
  'commit',
];

/** A file that has lost pages: how many of how many are left. */
export interface CutFile {
  readonly relation: string;
  readonly pages: number;
  readonly left: number;
}

export async function findCutFiles(engine: PostgresThread): Promise<CutFile[]> {
  const [known] = await rowsOf(engine, `select to_regclass('palier.fichier') is not null as noted`);
  if (known?.['noted'] !== true) return [];
  const [noted] = await rowsOf(engine, 'select count(*) as files from palier.fichier');
  if (noted?.['files'] === 0) return [{ relation: 'palier.fichier', pages: 1, left: 0 }];
  return (await rowsOf(engine, FIND_SHORTER)).map(({ relation, pages, left_over: left }) => ({
    relation: String(relation),
    pages: Number(pages),
    left: Number(left),
  }));
}

/** To be called when nothing else uses the engine. */
export async function noteFileSizes(engine: PostgresThread): Promise<void> {
  for (const sql of [...CREATE, ...NOTE]) await rowsOf(engine, sql);
}

async function rowsOf(engine: PostgresThread, sql: string): Promise<Readonly<Record<string, unknown>>[]> {
  const { rows } = await engine.perform({ kind: 'query', sql, parameters: [] });
  return rows as Readonly<Record<string, unknown>>[];
}

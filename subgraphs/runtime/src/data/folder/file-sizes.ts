import { statSync } from 'node:fs';
import { join } from 'node:path';
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

/** The notes themselves are counted instead: they are written after they were read. */
const NOTES = 'palier.fichier';
const HOW_MANY = 0;

const FILES = `select pg_relation_filenode(oid) as filenode, oid::regclass::text as relation, pg_relation_filepath(oid) as path,
    current_setting('block_size')::int as page
  from pg_class where relkind in ('r', 'i', 't', 'm', 'S') and pg_relation_filenode(oid) is not null
    and relnamespace is distinct from to_regnamespace('palier') order by relation`;

const NOTE = `insert into ${NOTES} select * from jsonb_to_recordset($1::text::jsonb) as (filenode oid, relation text, pages bigint)`;

interface FileNote {
  readonly filenode: number;
  readonly relation: string;
  readonly pages: number;
}

/** A file that has lost pages: how many of how many are left. */
export interface CutFile {
  readonly relation: string;
  readonly pages: number;
  readonly left: number;
}

/** What the files of a database are, beside what was noted of them. */
interface FileSizes {
  readonly cut: readonly CutFile[];
  /** Whether the notes say it all. */
  readonly isNoted: boolean;
}

/** @param files folder of the files of Postgres */
export async function readFileSizes(engine: PostgresThread, files: string): Promise<FileSizes> {
  const notes = await readNotes(engine);
  const found = await measure(engine, files);
  return {
    cut: notes === undefined ? [] : findCut(notes, found),
    isNoted: sameNotes(notes, withCount(found)),
  };
}

function findCut(notes: readonly FileNote[], found: readonly FileNote[]): readonly CutFile[] {
  const counted = notes.find(({ filenode }) => filenode === HOW_MANY);
  const left = counted === undefined ? notes.length : notes.length - 1;
  const expected = Math.max(counted?.pages ?? 0, 1);
  if (left < expected) return [{ relation: NOTES, pages: expected, left }];
  const now = new Map(found.map((file) => [file.filenode, file.pages]));
  return notes.flatMap(({ filenode, relation, pages }) => {
    const whole = now.get(filenode);
    return whole === undefined || whole >= pages ? [] : [{ relation, pages, left: whole }];
  });
}

/** To be called when nothing else uses the engine. */
export async function noteFileSizes(engine: PostgresThread, files: string): Promise<void> {
  // What is noted is on the disk first: pages that a power cut takes away before that are missed by nobody.
  for (const sql of [...CREATE, 'checkpoint', 'begin', `truncate ${NOTES}`]) await rowsOf(engine, sql);
  await rowsOf(engine, NOTE, [JSON.stringify(withCount(await measure(engine, files)))]);
  await rowsOf(engine, 'commit');
}

async function readNotes(engine: PostgresThread): Promise<readonly FileNote[] | undefined> {
  const [{ noted } = { noted: false }] = await rowsOf<{ noted: boolean }>(
    engine,
    `select to_regclass('${NOTES}') is not null as noted`,
  );
  return noted ? rowsOf(engine, `select filenode, relation, pages from ${NOTES}`) : undefined;
}

const withCount = (found: readonly FileNote[]): readonly FileNote[] => [
  { filenode: HOW_MANY, relation: NOTES, pages: found.length },
  ...found,
];

function sameNotes(noted: readonly FileNote[] | undefined, found: readonly FileNote[]): boolean {
  const pages = new Map(noted?.map((note) => [note.filenode, note.pages]));
  return pages.size === found.length && found.every((file) => pages.get(file.filenode) === file.pages);
}

/** Looked at in the folder: the engine would go through the whole path of each, 0.2 ms a file. */
async function measure(engine: PostgresThread, files: string): Promise<readonly FileNote[]> {
  const found = await rowsOf<{ filenode: number; relation: string; path: string; page: number }>(
    engine,
    FILES,
  );
  return found.map(({ filenode, relation, path, page }) => ({
    filenode,
    relation,
    pages: Math.floor(lengthOf(join(files, path)) / page),
  }));
}

/** What is too long for one file goes on in others, named after it and numbered from 1. */
function lengthOf(file: string): number {
  let length = 0;
  for (let part = 0; ; part += 1) {
    const found = statSync(part === 0 ? file : `${file}.${part}`, { throwIfNoEntry: false });
    if (found === undefined) return length;
    length += found.size;
  }
}

async function rowsOf<Row>(
  engine: PostgresThread,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await engine.perform({ kind: 'query', sql, parameters });
  return rows as readonly Row[];
}

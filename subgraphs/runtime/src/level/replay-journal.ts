import { type Kysely, sql } from 'kysely';
import { openDatabase } from '../data/database.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { SubgraphDefinition, SubgraphSettings } from './subgraph.ts';
import type { Acte, ActeDefinition } from '../journal/acte.ts';
import { type TableDifference, compareTable, listComparedTables } from './compare-tables.ts';
import { readContenu } from '../journal/acte-digest.ts';
import { signRows } from '../journal/journal.ts';
import type { JournalTable, JournalTables } from '../journal/journal-tables.ts';
import { listWholeActes, toActe } from '../journal/journal.queries.ts';
import { sayPlace } from '../journal/say-place.ts';

/** What playing a journal again came to; nothing in `fautes` when it gives the same tables. */
export interface ReplayVerdict {
  readonly actes: number;
  /** Tables compared, and the rows that they hold in the source. */
  readonly tables: number;
  readonly lignes: number;
  /** One French sentence each: an act that cannot be played, or a row that is not what the acts give. */
  readonly fautes: readonly string[];
}

export interface ReplayOptions {
  /** The database whose acts are played again; it is only read. */
  readonly source: Kysely<unknown>;
  readonly definition: SubgraphDefinition;
  /** Those that the source was last opened with. */
  readonly settings: SubgraphSettings;
}

const PAGE = 200;

/** Whether the tables of a level hold its demonstration: with what settings it was last opened. */
export async function findSettings(source: Kysely<unknown>, level: string): Promise<SubgraphSettings> {
  const [version] = await listVersions(source, level, 'demonstration');
  return { demonstration: version === undefined ? 'ABSENTE' : 'CHARGEE' };
}

/** Plays the acts of a level again, from its birth, in a database of its own in memory. */
export async function replayJournal({ source, definition, settings }: ReplayOptions): Promise<ReplayVerdict> {
  const replica = await openDatabase({ kind: 'memory' });
  try {
    await definition.open(replica, settings);
    return await replayInto(replica.kysely, { source, definition });
  } finally {
    await replica.close();
  }
}

/**
 * Plays the acts of a level again in a database where it was just born, then compares each table that acts write with that of
 * the source. An act that cannot be played ends it: those that follow rest on it.
 */
export function replayInto(
  replica: Kysely<unknown>,
  { source, definition }: Omit<ReplayOptions, 'settings'>,
): Promise<ReplayVerdict> {
  return atOneInstant(source, (transaction) => replayFrom(transaction, definition, replica));
}

/** One instant of the source, even while others write there. */
export const atOneInstant = <Value>(
  source: Kysely<unknown>,
  read: (transaction: Kysely<unknown>) => Promise<Value>,
): Promise<Value> => source.transaction().setIsolationLevel('repeatable read').execute(read);

/** The same, of a source that is read at one instant. The replica may be a transaction: then all of it is done there, or undone. */
export async function replayFrom(
  source: Kysely<unknown>,
  definition: SubgraphDefinition,
  replica: Kysely<unknown>,
): Promise<ReplayVerdict> {
  const { level } = definition;
  const birth = await compareBirths(source, replica, level);
  if (birth !== undefined) return { actes: 0, tables: 0, lignes: 0, fautes: [birth] };
  const { actes, fault } = await playAll(source, definition, replica);
  if (fault !== undefined) return { actes, tables: 0, lignes: 0, fautes: [fault] };
  const differences = await within(replica, (transaction) => compareTables(source, transaction, definition));
  return {
    actes,
    tables: differences.length,
    lignes: differences.reduce((sum, { lignes }) => sum + lignes, 0),
    fautes: differences.flatMap(({ fautes }) => fautes),
  };
}

const within = <Value>(
  database: Kysely<unknown>,
  work: (transaction: Kysely<unknown>) => Promise<Value>,
): Promise<Value> => (database.isTransaction ? work(database) : database.transaction().execute(work));

/** Acts are played on what the level knew at birth: with another birth, the tables differ for a reason that is not the acts'. */
async function compareBirths(
  source: Kysely<unknown>,
  replica: Kysely<unknown>,
  level: string,
): Promise<string | undefined> {
  for (const table of ['naissance', 'demonstration']) {
    const [theirs] = await listVersions(source, level, table);
    const [ours] = await listVersions(replica, level, table);
    if (theirs !== ours)
      return `La base du palier ${level} ne tient pas les données de ce programme (table ${table}) : démarrez-y ce palier une fois, puis rejouez son journal.`;
  }
  return undefined;
}

async function listVersions(database: Kysely<unknown>, level: string, table: string): Promise<string[]> {
  const name = `${level}.${table}`;
  const found = await sql<{ made: boolean }>`select to_regclass(${name}) is not null as made`.execute(
    database,
  );
  if (found.rows[0]?.made !== true) return [];
  const { rows } = await sql<{ version: string }>`select version from ${sql.table(name)}`.execute(database);
  return rows.map(({ version }) => version);
}

async function playAll(
  source: Kysely<unknown>,
  definition: SubgraphDefinition,
  replica: Kysely<unknown>,
): Promise<{ readonly actes: number; readonly fault?: string }> {
  const tables = tablesOf<JournalTables>(source, definition.level);
  let actes = 0;
  const { demonstration } = await findSettings(source, definition.level);
  for (let after = 0; ;) {
    const page = await listWholeActes(tables, { after, limit: PAGE });
    for (const row of page) {
      // What a made-up act wrote went with the demonstration, even where a real act kept the journal.
      const isGone = row.origine === 'DEMONSTRATION' && demonstration === 'ABSENTE';
      after = row.numero;
      if (isGone) continue;
      const fault = await play(replica, definition, row);
      if (fault !== undefined) return { actes, fault };
      actes += 1;
    }
    if (page.length < PAGE) return { actes };
  }
}

/** @returns why it cannot be played, in one French sentence */
async function play(
  replica: Kysely<unknown>,
  { level, niveau, actes }: SubgraphDefinition,
  row: JournalTable,
): Promise<string | undefined> {
  const { numero, nature, version } = row;
  const kind = actes.find((one) => one.nature === nature && one.version === version);
  if (kind === undefined || niveau === undefined)
    return `L’acte ${numero} n’a pas été rejoué, ni ceux qui le suivent : ce programme ne connaît pas « ${nature} » de version ${version}.`;
  try {
    const acte = { ...toActe(row, niveau), contenu: parseContenu(kind, row.contenu) };
    await applyActe(replica, level, kind, acte);
    return undefined;
  } catch (error) {
    return `L’acte ${numero} (${nature}) n’a pas été rejoué, ni ceux qui le suivent : ${(error as Error).message}`;
  }
}

/** The content as it was written, once it is seen to have the shape of its kind. */
function parseContenu({ contenu }: ActeDefinition, text: string): unknown {
  const { contenu: value } = readContenu(text);
  const result = contenu.safeParse(value);
  if (result.success) return value;
  const [issue] = result.error.issues;
  throw new Error(
    `son contenu n’a pas la forme de sa version (${sayPlace(issue?.path ?? [])} : ${issue?.message}).`,
  );
}

async function applyActe(
  replica: Kysely<unknown>,
  level: string,
  kind: ActeDefinition,
  acte: Acte,
): Promise<void> {
  await within(replica, async (transaction) => {
    await signRows(transaction, level, acte);
    await kind.apply(transaction.withSchema(level), acte);
  });
}

async function compareTables(
  source: Kysely<unknown>,
  replica: Kysely<unknown>,
  { level, copies }: SubgraphDefinition,
): Promise<TableDifference[]> {
  const differences: TableDifference[] = [];
  const { rows } = await sql<{ since: string }>`
    select cree_le as since from ${sql.table(`${level}.memoire`)}`.execute(source);
  const comparison = { level, since: rows[0]!.since };
  for (const table of await listComparedTables(replica, level, copies))
    differences.push(await compareTable(source, replica, table, comparison));
  return differences;
}

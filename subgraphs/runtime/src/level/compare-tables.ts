import { type Kysely, type RawBuilder, sql } from 'kysely';
import { anyOf } from '../data/database.ts';
import { APART, BY, ENDED_BY, SINCE, UNTIL, isPast, pastOf } from '../data/remembered-tables.ts';

/** A table that acts write, and what its rows are told apart by. */
export interface ComparedTable {
  readonly name: string;
  readonly key: readonly string[];
}

/** How a table differs from what the acts give. */
export interface TableDifference {
  /** Rows of the source. */
  readonly lignes: number;
  /** One French sentence each. */
  readonly fautes: readonly string[];
}

/** Rows of one table told one by one; the others are counted. */
const MOST_ROWS = 20;

/** The typed tables of a level, and their past: neither its journal, nor what says how the others came to be. */
export async function listComparedTables(
  database: Kysely<unknown>,
  level: string,
  copies: readonly string[],
): Promise<ComparedTable[]> {
  const apart = [...APART, ...copies.flatMap((copy) => [copy, pastOf(copy)])];
  const { rows } = await sql<{ name: string; key: string[] | null }>`
    select relname as name, (
      select array_agg(attname::text order by array_position(indkey::int2[], attnum))
      from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey::int2[])
      where indrelid = pg_class.oid and indisprimary
    ) as key
    from pg_class
    where relnamespace = ${level}::regnamespace and relkind in ('r', 'p')
      and relname !~ '^(journal|kysely)' and not relname = ${anyOf(apart)}
    order by relname`.execute(database);
  const keys = new Map(rows.map(({ name, key }) => [name, key]));
  return rows.map(({ name }) => {
    const key = keys.get(name) ?? [...keys].find(([table]) => pastOf(table) === name)?.[1];
    if (!key) throw new TypeError(`The table ${level}.${name} has no primary key`);
    return { name, key: isPast(name) ? [...key, ENDED_BY] : key };
  });
}

/** Compares a table of the source with that of the replica, byte for byte. Both are in a transaction. */
export async function compareTable(
  source: Kysely<unknown>,
  replica: Kysely<unknown>,
  table: ComparedTable,
  { level, since }: Comparison,
): Promise<TableDifference> {
  const [whole, wholeMade] = [
    await digestTable(source, level, table, since),
    await digestTable(replica, level, table, since),
  ];
  if (whole.digest === wholeMade.digest) return { lignes: whole.count, fautes: [] };
  const kept = await digestRows(source, level, table, since);
  const made = await digestRows(replica, level, table, since);
  const keys = [...new Set([...kept.keys(), ...made.keys()])]
    .filter((key) => !isSame(kept.get(key), made.get(key)))
    .sort();
  const told = keys.slice(0, MOST_ROWS);
  const [ofSource, ofReplica] = [
    await readRows(source, level, table, told),
    await readRows(replica, level, table, told),
  ];
  const fautes = told.map(
    (key) => `Table ${table.name}, ligne ${key} : ${sayDifference(ofSource.get(key), ofReplica.get(key))}`,
  );
  if (keys.length > told.length)
    fautes.push(`Table ${table.name} : ${keys.length - told.length} autres lignes diffèrent.`);
  return { lignes: kept.size, fautes };
}

/** All the rows in one digest: what is the same is not read row by row. */
async function digestTable(
  database: Kysely<unknown>,
  level: string,
  table: ComparedTable,
  since: string,
): Promise<{ readonly count: number; readonly digest: string | null }> {
  await sql`set local timezone to 'UTC'`.execute(database);
  const { rows } = await sql<{ count: number; digest: string | null }>`
    select count(*) as count, encode(sha256(string_agg(
      sha256(convert_to((${CONTENT})::text || ${KNOWN}, 'UTF8')), ''::bytea order by ${keyOf(table)} collate "C"
    )), 'hex') as digest
    from ${sql.table(`${level}.${table.name}`)} as ligne where ${comparedRows(table, since)}`.execute(
    database,
  );
  return rows[0]!;
}

/** What is compared of a level. */
export interface Comparison {
  readonly level: string;
  /** Since when the source remembers: acts of before left no trace of the instants at which their rows were known. */
  readonly since: string;
}

interface Digest {
  readonly content: string;
  /** Since when it is known, and by which act; nothing where that was not remembered yet. */
  readonly known: string | null;
}

const WITHOUT_ACTE = 'sans acte';

const isSame = (kept: Digest | undefined, made: Digest | undefined): boolean =>
  kept?.content === made?.content && (kept?.known === null || kept?.known === (made?.known ?? WITHOUT_ACTE));

async function digestRows(
  database: Kysely<unknown>,
  level: string,
  table: ComparedTable,
  since: string,
): Promise<Map<string, Digest>> {
  // Instants are written the same way whatever the server is set to.
  await sql`set local timezone to 'UTC'`.execute(database);
  const { rows } = await sql<{ key: string } & Digest>`
    select ${keyOf(table)} as key,
      case when ${BY_COLUMN} is not null or ${SINCE_COLUMN} > ${since}::timestamptz then ${KNOWN} end as known,
      encode(sha256(convert_to((${CONTENT})::text, 'UTF8')), 'hex') as content
    from ${sql.table(`${level}.${table.name}`)} as ligne
    where ${comparedRows(table, since)}`.execute(database);
  return new Map(rows.map(({ key, ...digest }) => [key, digest]));
}

const [SINCE_COLUMN, BY_COLUMN] = [sql.ref(`ligne.${SINCE}`), sql.ref(`ligne.${BY}`)];
const CONTENT = sql`to_jsonb(ligne) - ${sql.lit(SINCE)} - ${sql.lit(BY)}`;
// Two births of the same data are of two instants.
const KNOWN = sql<string>`case when ${BY_COLUMN} is null then ${sql.lit(WITHOUT_ACTE)} else concat_ws('@', ${BY_COLUMN}, ${SINCE_COLUMN}) end`;

/** Of the past, what acts ended since the source remembers. */
const comparedRows = ({ name }: ComparedTable, since: string): RawBuilder<unknown> =>
  isPast(name)
    ? sql`${sql.ref(`ligne.${UNTIL}`)} > ${since}::timestamptz and ${sql.ref(`ligne.${ENDED_BY}`)} is not null`
    : sql`true`;

type Row = Readonly<Record<string, unknown>>;

async function readRows(
  database: Kysely<unknown>,
  level: string,
  table: ComparedTable,
  keys: readonly string[],
): Promise<Map<string, Row>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; row: string }>`
    select ${keyOf(table)} as key, to_jsonb(ligne)::text as row
    from ${sql.table(`${level}.${table.name}`)} as ligne where ${keyOf(table)} = ${anyOf(keys)}`.execute(
    database,
  );
  return new Map(rows.map(({ key, row }) => [key, JSON.parse(row) as Row]));
}

const keyOf = ({ key }: ComparedTable): RawBuilder<string> =>
  sql<string>`jsonb_build_array(${sql.join(key.map((column) => sql.ref(`ligne.${column}`)))})::text`;

function sayDifference(kept: Row | undefined, made: Row | undefined): string {
  if (kept === undefined) return 'les actes la donnent, et la base ne l’a pas.';
  if (made === undefined) return 'la base l’a, et aucun acte ne la donne.';
  const columns = [...new Set([...Object.keys(kept), ...Object.keys(made)])].filter(
    (column) =>
      JSON.stringify(kept[column]) !== JSON.stringify(made[column]) &&
      // What no act made is known since a birth.
      (column !== SINCE || (kept[BY] !== null && made[BY] !== null)),
  );
  return `${columns
    .map(
      (column) =>
        `${column} vaut ${JSON.stringify(kept[column])} dans la base, et ${JSON.stringify(made[column])} par les actes`,
    )
    .join(' ; ')}.`;
}

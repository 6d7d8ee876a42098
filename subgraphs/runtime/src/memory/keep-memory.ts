import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { lockingJournal } from '../journal/journal.queries.ts';
import {
  BY,
  ENDED_BY,
  type RememberedColumn,
  type RememberedTable,
  SINCE,
  UNTIL,
  listRememberedTables,
  pastOf,
} from '../data/remembered-tables.ts';

/** What memory is kept of. */
export interface KeptMemory {
  /** The Postgres schema of the level. */
  readonly level: string;
  /** Names of its migrations: what makes its tables what they are. */
  readonly migrations: readonly string[];
  /** Tables that hold no facts. */
  readonly forgotten: readonly string[];
}

/**
 * Makes Postgres remember what each table of a level held: a row that is changed or removed goes to the past of its table,
 * with the instants between which it was known. What is known now stays where it was, and is read as it was.
 */
export async function keepMemory(database: Kysely<unknown>, kept: KeptMemory): Promise<void> {
  const { level, forgotten } = kept;
  const memory = sql.table(`${level}.memoire`);
  const shape = shapeOf(kept);
  if ((await findShape(database, level)) === shape) return;
  await database.transaction().execute(async (transaction) => {
    await lockingJournal(level).execute(transaction);
    // Of two programs that open, the other may have done it.
    const known = await findShape(transaction, level);
    if (known === shape) return;
    const tables = await listRememberedTables(transaction, level, forgotten);
    const indexes = await listIndexes(transaction, level);
    const text = [writeDater(level), ...tables.map((table) => writeTable(level, table, indexes))].join('\n');
    await sql.raw(`do $memoire$ begin\n${text}\nend $memoire$`).execute(transaction);
    // What is there already is known since now: nobody noted since when.
    if (known === undefined)
      await sql`create table ${memory} (depuis timestamptz, epoque uuid not null default gen_random_uuid(),
        cree_le timestamptz not null default clock_timestamp(), forme text not null, tables jsonb not null)`.execute(
        transaction,
      );
    const said = sql`${JSON.stringify(tables)}::text::jsonb`;
    await (known === undefined
      ? sql`insert into ${memory} (forme, tables) values (${shape}, ${said})`.execute(transaction)
      : sql`update ${memory} set forme = ${shape}, tables = ${said}`.execute(transaction));
  });
}

/** Tables change by migrations, and what is written of them with this program. */
const shapeOf = ({ migrations, forgotten }: KeptMemory): string =>
  createHash('sha256')
    .update(JSON.stringify([migrations, forgotten, ...[writeDater, writeTable, writePastColumn].map(String)]))
    .digest('hex');

/** @returns undefined where nothing was ever remembered */
async function findShape(database: Kysely<unknown>, level: string): Promise<string | undefined> {
  const name = `${level}.memoire`;
  const found = await sql<{ made: boolean }>`select to_regclass(${name}) is not null as made`.execute(
    database,
  );
  if (found.rows[0]?.made !== true) return undefined;
  const { rows } = await sql<{ forme: string }>`select forme from ${sql.table(name)}`.execute(database);
  return rows[0]?.forme;
}

/** Lets migrations that are to be made change tables as they must: what they make of an old row is the same row in another shape. */
export async function restMemory(database: Kysely<unknown>, kept: KeptMemory): Promise<void> {
  const { level } = kept;
  const known = await findShape(database, level);
  if (known === undefined || known === shapeOf(kept)) return;
  await sql`do $reposer$ declare pose record; begin
    for pose in
      select tgname, relname from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = ${sql.lit(level)}::regnamespace and tgname like 'retenir\\_%'
    loop
      execute format('drop trigger %I on %I.%I', pose.tgname, ${sql.lit(level)}, pose.relname);
    end loop;
  end $reposer$`.execute(database);
}

/** A level remembers from its birth on, or from when a part of its past was removed, in an epoch that no other data share. */
export async function beginMemory(database: Kysely<unknown>, level: string): Promise<void> {
  const memory = sql.table(`${level}.memoire`);
  // Read first: whoever may only act in this level finds it begun.
  if ((await sql`select from ${memory} where depuis is null`.execute(database)).rows.length === 0) return;
  await sql`update ${memory} set epoque = gen_random_uuid(),
      depuis = date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond'
    where depuis is null`.execute(database);
}

/** Removes what was made up from the past of tables, and with it the instants at which it was known: none is read again. */
export async function forgetPast(
  database: Kysely<unknown>,
  level: string,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables)
    await sql`delete from ${sql.table(`${level}.${pastOf(table)}`)} where provenance ->> 'origine' = 'DEMONSTRATION'`.execute(
      database,
    );
  await sql`update ${sql.table(`${level}.memoire`)} set depuis = null, epoque = gen_random_uuid()`.execute(
    database,
  );
}

interface Index {
  readonly table: string;
  readonly name: string;
  /** From « USING » on. */
  readonly of: string;
}

async function listIndexes(database: Kysely<unknown>, level: string): Promise<Index[]> {
  const { rows } = await sql<{ table: string; name: string; text: string }>`
    select owner.relname as table, index.relname as name, pg_get_indexdef(indexrelid) as text
    from pg_index join pg_class as owner on owner.oid = indrelid join pg_class as index on index.oid = indexrelid
    where owner.relnamespace = ${level}::regnamespace and owner.relname !~ '_histoire$'
    order by 1, 2`.execute(database);
  return rows.map(({ table, name, text }) => ({ table, name, of: text.slice(text.indexOf(' USING ')) }));
}

/**
 * Every write has one instant a transaction: that of the act, or else the hour once nobody else writes, so that what is known at
 * an instant that was read never changes.
 */
function writeDater(level: string): string {
  return `create or replace function ${level}.dater() returns trigger language plpgsql as $dater$
    begin
      if nullif(current_setting('palier.instant', true), '') is null then
        perform pg_advisory_xact_lock(hashtextextended('palier.journal.${level}', 0));
        -- The next millisecond: instants are told by the millisecond, and this one may have been read.
        perform set_config('palier.instant',
          (date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond')::text, true);
      end if;
      return null;
    end $dater$;
    perform set_config('palier.instant', clock_timestamp()::text, true);`;
}

function writeTable(
  level: string,
  { name, columns, past: had }: RememberedTable,
  indexes: readonly Index[],
): string {
  const table = `${level}.${quote(name)}`;
  const past = `${level}.${quote(pastOf(name))}`;
  const remember = `${level}.${quote(`${name}_retenir`)}`;
  const all = columns.map((column) => quote(column.name));
  const said = columns.filter(({ generated }) => !generated).map((column) => quote(column.name));
  const own = [SINCE, BY];
  const list = [...all, ...own, UNTIL, ENDED_BY].join(', ');
  const from = (row: string): string => [...all, ...own].map((column) => `${row}.${column}`).join(', ');
  // Within one act, what it wrote and wrote over was never known.
  const isPassing = (row: string): string =>
    `${row}.${SINCE} = dit_instant and ${row}.${BY} is not distinct from dit_acte`;
  return `
    alter table ${table}
      add column if not exists ${SINCE} timestamptz not null
        default current_setting('palier.instant', true)::timestamptz,
      add column if not exists ${BY} bigint default nullif(current_setting('palier.acte', true), '')::bigint;
    ${
      had === null
        ? `create table ${past} as
      select *, null::timestamptz as ${UNTIL}, null::bigint as ${ENDED_BY} from ${table} with no data;`
        : columns.map((column) => writePastColumn(past, column, had[column.name])).join('\n')
    }
    ${indexes
      .filter((index) => index.table === name)
      .map(
        (index) => `create index if not exists ${quote(`${index.name}_h`.slice(-63))} on ${past}${index.of};`,
      )
      .join('\n')}
    create or replace function ${remember}() returns trigger language plpgsql as $retenir$
    declare
      dit_instant timestamptz := current_setting('palier.instant')::timestamptz;
      dit_acte bigint := nullif(current_setting('palier.acte', true), '')::bigint;
    begin
      if tg_op = 'UPDATE' then
        -- Here and not in the trigger, which would keep a migration from changing these columns.
        if (${said.map((column) => `old.${column}`).join(', ')}) is not distinct from (${said.map((column) => `new.${column}`).join(', ')}) then
          return new;
        end if;
        if not (${isPassing('old')}) then
          insert into ${past} (${list}) values (${from('old')}, dit_instant, dit_acte);
        end if;
        new.${SINCE} := dit_instant;
        new.${BY} := dit_acte;
        return new;
      elsif tg_op = 'DELETE' then
        insert into ${past} (${list}) select ${from('retire')}, dit_instant, dit_acte from retire
          where not (${isPassing('retire')});
      else
        insert into ${past} (${list}) select ${from('vide')}, dit_instant, dit_acte from ${table} as vide
          where not (${isPassing('vide')});
      end if;
      return null;
    end $retenir$;
    create or replace trigger dater before insert or update or delete or truncate on ${table}
      for each statement execute function ${level}.dater();
    create or replace trigger retenir_change before update on ${table} for each row
      execute function ${remember}();
    create or replace trigger retenir_retrait after delete on ${table} referencing old table as retire
      for each statement execute function ${remember}();
    create or replace trigger retenir_vidage before truncate on ${table}
      for each statement execute function ${remember}();`;
}

/**
 * A row of the past has the shape of those of now: of the same types, and with what Postgres gave those that were there before the
 * column was.
 */
function writePastColumn(
  past: string,
  { name, type, given }: RememberedColumn,
  had: string | undefined,
): string {
  const column = quote(name);
  const shaped =
    had === undefined
      ? `alter table ${past} add column ${column} ${type};`
      : `alter table ${past} alter column ${column} type ${type} using ${column}::${type};`;
  return `${had === type ? '' : shaped}
    ${given === null ? '' : `update ${past} set ${column} = ${given} where ${column} is null;`}`;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

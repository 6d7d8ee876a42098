import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { latestInstantOf, nextInstant } from '../data/clock.ts';
import { anyOf, quote } from '../data/database.ts';
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

/** What was found of the memory of a level. */
export interface FoundMemory {
  /** Of what shape it is; nothing where nothing was ever remembered. */
  readonly shape: string | undefined;
  /** Tables whose past was kept, and of which Postgres remembers nothing any more: what they held since is not known. */
  readonly lost: readonly string[];
}

export async function findMemory(
  database: Kysely<unknown>,
  { level, forgotten }: Pick<KeptMemory, 'level' | 'forgotten'>,
): Promise<FoundMemory> {
  const name = `${level}.memoire`;
  const found = await sql<{ made: boolean }>`select to_regclass(${name}) is not null as made`.execute(
    database,
  );
  if (found.rows[0]?.made !== true) return { shape: undefined, lost: [] };
  const { rows } = await sql<{ forme: string }>`select forme from ${sql.table(name)}`.execute(database);
  const lost = await lostTables(level, forgotten).execute(database);
  return { shape: rows[0]?.forme, lost: lost.rows.map((row) => row.name) };
}

const lostTables = (level: string, forgotten: readonly string[]): RawBuilder<{ name: string }> => sql`
  select relname as name from pg_class
  where relnamespace = ${level}::regnamespace and relkind = 'r' and not relname = ${anyOf(forgotten)}
    and to_regclass(format('%I.%I', ${level}::text, relname || '_histoire')) is not null
    and (
      select count(*) from pg_trigger
      where tgrelid = pg_class.oid and tgenabled in ('O', 'A') and tgname = ${anyOf(TRIGGERS)}
    ) < ${TRIGGERS.length}
  order by relname`;

/** Whether the memory is still the one of that epoch, and Postgres remembers all of it. */
export async function isRemembered(
  database: Kysely<unknown>,
  { level, forgotten, epoque }: Pick<KeptMemory, 'level' | 'forgotten'> & { readonly epoque: string },
): Promise<boolean> {
  const { rows } = await sql<{ remembered: boolean }>`
    select epoque = ${epoque}::uuid and not exists (${lostTables(level, forgotten)}) as remembered
    from ${sql.table(`${level}.memoire`)}`.execute(database);
  return rows[0]?.remembered ?? false;
}

/** Whether nothing is to be made: Postgres remembers as this program has it. */
export const isKept = ({ shape, lost }: FoundMemory, kept: KeptMemory): boolean =>
  shape === shapeOf(kept) && lost.length === 0;

/**
 * Makes Postgres remember what each table of a level held: a row that is changed or removed goes to the past of its table,
 * with the instants between which it was known. What is known now stays where it was, and is read as it was; but where a part
 * was lost, nobody knows since when: the memory begins anew.
 *
 * In the transaction of whoever calls, which holds the journal, as `restMemory` and the migrations between the two: whatever stops
 * it leaves what was remembered as it was.
 */
export async function keepMemory(
  transaction: Kysely<unknown>,
  kept: KeptMemory,
  { shape: known, lost }: FoundMemory,
): Promise<void> {
  const { level, forgotten } = kept;
  const memory = sql.table(`${level}.memoire`);
  // A table that awaits what a migration left to be checked at the end cannot be altered.
  await sql`set constraints all immediate`.execute(transaction);
  const tables = await listRememberedTables(transaction, level, forgotten);
  const indexes = await listIndexes(transaction, level);
  await sql
    .raw(`do $memoire$ begin\n${writeMemory(level, tables, indexes)}\nend $memoire$`)
    .execute(transaction);
  // What is there already is known since now: nobody noted since when.
  if (known === undefined)
    await sql`create table ${memory} (depuis timestamptz, epoque uuid not null default gen_random_uuid(),
      cree_le timestamptz not null default clock_timestamp(), forme text not null, tables jsonb not null)`.execute(
      transaction,
    );
  const shape = shapeOf(kept);
  const said = sql`${JSON.stringify(tables)}::text::jsonb`;
  await (known === undefined
    ? sql`insert into ${memory} (forme, tables) values (${shape}, ${said})`.execute(transaction)
    : sql`update ${memory} set forme = ${shape}, tables = ${said}`.execute(transaction));
  if (lost.length > 0) await forgetSince(transaction, level, tables);
}

/** What tables hold is known since now, as at a birth; what is still in their past was known then. */
async function forgetSince(
  transaction: Kysely<unknown>,
  level: string,
  tables: readonly RememberedTable[],
): Promise<void> {
  for (const { name } of tables)
    await sql`update ${sql.table(`${level}.${name}`)} set ${sql.ref(SINCE)} = default, ${sql.ref(BY)} = null`.execute(
      transaction,
    );
  await sql`update ${sql.table(`${level}.memoire`)} set depuis = null, epoque = gen_random_uuid(), cree_le = clock_timestamp()`.execute(
    transaction,
  );
}

/** Lets migrations that are to be made change tables as they must: what they make of an old row is the same row in another shape. */
export async function restMemory(transaction: Kysely<unknown>, level: string): Promise<void> {
  await sql`do $reposer$ declare pose record; begin
    for pose in
      select tgname, relname from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = ${sql.lit(level)}::regnamespace and tgname like 'retenir\\_%'
    loop
      execute format('drop trigger %I on %I.%I', pose.tgname, ${sql.lit(level)}, pose.relname);
    end loop;
  end $reposer$`.execute(transaction);
}

/** A level remembers from its birth on, or from when a part of its past was removed, in an epoch that no other data share. */
export async function beginMemory(database: Kysely<unknown>, level: string): Promise<void> {
  const memory = sql.table(`${level}.memoire`);
  // Read first: whoever may only act in this level finds it begun.
  if ((await sql`select from ${memory} where depuis is null`.execute(database)).rows.length === 0) return;
  await sql`update ${memory} set epoque = gen_random_uuid(), depuis = ${nextInstant(level)}
    where depuis is null`.execute(database);
}

/**
 * Removes what was made up from the past of tables, that which was just removed from now included, and with it the instants at
 * which it was known: none is read again. Where nothing was, all of them are.
 */
export async function forgetPast(
  database: Kysely<unknown>,
  level: string,
  pasts: readonly string[],
): Promise<void> {
  let removed = 0n;
  for (const past of pasts) {
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(`${level}.${past}`)} where provenance ->> 'origine' = 'DEMONSTRATION'`.execute(
        database,
      );
    removed += numAffectedRows;
  }
  if (removed === 0n) return;
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
 * Tables change by migrations, and what is written of them with this program: it is told by what it would write of one that
 * has everything, so that all the programs of one build, whatever names their bundles have, say the same.
 */
export const shapeOf = ({ migrations, forgotten }: Omit<KeptMemory, 'level'>): string =>
  createHash('sha256')
    .update(JSON.stringify([migrations, forgotten, writeMemory('exemple', EXAMPLES, EXAMPLE_INDEXES)]))
    .digest('hex');

const EXAMPLE: RememberedTable = {
  name: 'fait',
  key: ['code'],
  columns: [
    { name: 'code', type: 'text', generated: false, given: null },
    { name: 'compte', type: 'bigint', generated: false, given: '0' },
    { name: 'double', type: 'bigint', generated: true, given: null },
  ],
  past: { code: 'text', compte: 'integer' },
};
const EXAMPLES = [EXAMPLE, { ...EXAMPLE, name: 'nouveau', past: null }];
const EXAMPLE_INDEXES = [{ table: 'fait', name: 'fait_par_compte', of: ' USING btree (compte)' }];

/** What must be there, and at work, of each table. */
const TRIGGERS = ['dater', 'retenir_change', 'retenir_retrait', 'retenir_vidage'];

const writeMemory = (level: string, tables: readonly RememberedTable[], indexes: readonly Index[]): string =>
  [writeDater(level), ...tables.map((table) => writeTable(level, table, indexes))].join('\n');

/**
 * Every write has one instant a transaction: that of the act, or else the hour once nobody else writes, so that what is known at
 * an instant that was read never changes.
 */
function writeDater(level: string): string {
  const latest = latestInstantOf(level);
  const hour = `greatest(floor(extract(epoch from clock_timestamp()) * 1000)::bigint, (select last_value from ${latest})) + 1`;
  return `create sequence if not exists ${latest} minvalue 0;
    create or replace function ${level}.dater() returns trigger language plpgsql as $dater$
    begin
      if nullif(current_setting('palier.instant', true), '') is null then
        perform pg_advisory_xact_lock(hashtextextended('palier.journal.${level}', 0));
        -- The next millisecond: instants are told by the millisecond, and this one may have been read, were the clock set back since.
        perform set_config('palier.instant', to_timestamp(setval('${latest}', ${hour}) / 1000.0)::text, true);
      end if;
      return null;
    end $dater$;
    perform set_config('palier.instant', to_timestamp(setval('${latest}', ${hour}) / 1000.0)::text, true);`;
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

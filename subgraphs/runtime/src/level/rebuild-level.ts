import { type Kysely, sql } from 'kysely';
import { StartupError } from '../base/errors.ts';
import { isThere } from '../data/birth.ts';
import { BY, ENDED_BY, SINCE, UNTIL, isPast, pastOf } from '../data/remembered-tables.ts';
import { JOURNAL_TABLES } from '../journal/journal.migration.ts';
import { listComparedTables } from './compare-tables.ts';
import { atOneInstant, replayFrom, type ReplayOptions, type ReplayVerdict } from './replay-journal.ts';
import type { SubgraphDefinition } from './subgraph.ts';

export interface RebuildVerdict extends ReplayVerdict {
  /** Whether the level is there: an act that cannot be played leaves nothing of it. */
  readonly isRebuilt: boolean;
}

/**
 * Makes a level in a database that has nothing of it: born there, its acts played again, and beside them what no act makes, as the
 * source has it: the journal itself, the copies of other levels, the secrets. All or nothing. Raises StartupError where the level is
 * there already, and changes nothing then.
 */
export async function rebuildLevel(
  target: Kysely<unknown>,
  { source, definition, settings }: ReplayOptions,
): Promise<RebuildVerdict> {
  await refuseUnready(target, definition);
  try {
    await definition.prepare(target, settings);
    const verdict = await atOneInstant(source, (kept) =>
      target.transaction().execute(async (made) => {
        const played = await replayFrom(kept, definition, made);
        if (played.tables === 0) throw new NotPlayed(played);
        await carryOver(kept, made, definition);
        await carryMemory(kept, made, definition);
        return played;
      }),
    );
    return { ...verdict, isRebuilt: true };
  } catch (error) {
    await sql`drop schema if exists ${sql.id(definition.level)} cascade`.execute(target);
    if (error instanceof NotPlayed) return { ...error.verdict, isRebuilt: false };
    throw error;
  }
}

/** Undoes what was played of a journal that cannot be played whole. */
class NotPlayed extends Error {
  constructor(readonly verdict: ReplayVerdict) {
    super('not played');
  }
}

/** Raises StartupError where a base holds a level, or lets whoever asks make none. */
export async function refuseUnready(
  target: Kysely<unknown>,
  { name, level }: SubgraphDefinition,
): Promise<void> {
  const held = await sql`select from pg_class where relnamespace = to_regnamespace(${level}) limit 1`.execute(
    target,
  );
  if (held.rows.length > 0)
    throw new StartupError(
      `La base donnée par « --vers » n’est pas vide : elle tient déjà le palier ${name}. Rien n’y a été changé. Donnez un dossier neuf, ou une base qui n’a rien de lui : « npm run base » n’y passe qu’après.`,
    );
  const { rows } = await sql<{ may: boolean }>`
    select has_database_privilege(current_database(), 'CREATE') as may`.execute(target);
  if (rows[0]?.may !== true)
    throw new StartupError(
      'Cet utilisateur n’a pas le droit de créer un schéma dans la base donnée par « --vers ». Rien n’y a été changé. Donnez l’adresse de qui l’administre.',
    );
}

async function carryOver(
  source: Kysely<unknown>,
  target: Kysely<unknown>,
  { level, copies }: SubgraphDefinition,
): Promise<void> {
  await sql`select set_config('palier.retrait_demonstration', ${level}, true)`.execute(target);
  for (const name of [...JOURNAL_TABLES, 'journal_demonstration', ...copies])
    for (const table of [name, pastOf(name)]) {
      const [from, to] = [
        await isThere(source, `${level}.${table}`),
        await isThere(target, `${level}.${table}`),
      ];
      if (from && to) await carryTable(source, target, { level, table });
    }
  await sql`select set_config('palier.retrait_demonstration', '', true)`.execute(target);
}

/** A row of a journal may hold a year of measures. */
const MOST_ROWS = 50;

async function carryTable(
  source: Kysely<unknown>,
  target: Kysely<unknown>,
  { level, table }: { readonly level: string; readonly table: string },
): Promise<void> {
  const named = sql.table(`${level}.${table}`);
  await sql`delete from ${named}`.execute(target);
  const columns = await listWritten(source, level, table);
  const cursor = sql.id('reprise');
  await sql`declare ${cursor} no scroll cursor for
    select to_jsonb(repris.*)::text as ligne from ${named} as repris`.execute(source);
  for (;;) {
    const { rows } = await sql<{ ligne: string }>`fetch ${sql.lit(MOST_ROWS)} from ${cursor}`.execute(source);
    if (rows.length === 0) break;
    const given = `[${rows.map(({ ligne }) => ligne).join(',')}]`;
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${named} (${names})
      select ${names} from jsonb_populate_recordset(null::${named}, ${given}::text::jsonb)`.execute(target);
  }
  await sql`close ${cursor}`.execute(source);
}

/** Those that Postgres does not make from the others. */
async function listWritten(database: Kysely<unknown>, level: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select attname::text as name from pg_attribute
    where attrelid = ${`${level}.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(database);
  return rows.map(({ name }) => name);
}

/**
 * The past is read as in the source, from the last instant on at which something was changed there without an act: what was known
 * before, no act tells. It is another memory, for what others keep of the first may be of before.
 */
async function carryMemory(
  source: Kysely<unknown>,
  target: Kysely<unknown>,
  { level, copies }: SubgraphDefinition,
): Promise<void> {
  const tables = await listComparedTables(target, level, copies);
  const memory = sql.table(`${level}.memoire`);
  const untold = tables.map(({ name }) => {
    const [when, who] = isPast(name) ? [UNTIL, ENDED_BY] : [SINCE, BY];
    return sql`select max(${sql.ref(when)}) as instant from ${sql.table(`${level}.${name}`)} where ${sql.ref(who)} is null`;
  });
  const { rows } = await sql<{ depuis: string; cree_le: string }>`select cree_le,
    greatest(depuis, (select max(instant) from (${sql.join(untold, sql` union all `)}) as untold)) as depuis
    from ${memory}`.execute(source);
  const { depuis, cree_le } = rows[0]!;
  for (const { name } of tables.filter((table) => !isPast(table.name)))
    await sql`update ${sql.table(`${level}.${name}`)} set ${sql.ref(SINCE)} = ${depuis}
      where ${sql.ref(BY)} is null`.execute(target);
  await sql`update ${memory} set depuis = ${depuis}, cree_le = ${cree_le}`.execute(target);
}

import { STORYTELLER } from '@palier/calls/identity';
import { type Kysely, sql } from 'kysely';
import { isThere } from '../data/birth.ts';
import { isPast } from '../data/remembered-tables.ts';
import { StartupError } from '../base/errors.ts';
import { forgetPast } from '../memory/keep-memory.ts';

/**
 * Changes whenever the made-up rows of a level do. All levels have the same: what is done in one rests on the rows of the others,
 * and each has seen the journals of the others.
 */
export const DEMONSTRATION_VERSION = '1';

/** Inserts the made-up rows of one level, inside a transaction. Every one has DEMONSTRATION as the origin in its `provenance` column. */
export type Demonstration = (transaction: Kysely<unknown>) => Promise<void>;

/**
 * Brings the demonstration rows of a level to what the settings ask: loaded once per version, or removed to the last.
 * They never come beside rows that somebody entered: those stay, and StartupError says how to start.
 */
export async function applyDemonstration(
  database: Kysely<unknown>,
  level: string,
  demonstration: Demonstration,
  wanted: 'CHARGEE' | 'ABSENTE',
): Promise<void> {
  const wantedVersion = wanted === 'CHARGEE' ? DEMONSTRATION_VERSION : undefined;
  if ((await findVersion(database, level)) === wantedVersion) return;
  const loaded = sql.table(`${level}.demonstration`);
  await sql`create table if not exists ${loaded} (version text not null)`.execute(database);
  await database.transaction().execute(async (transaction) => {
    await sql`lock table ${loaded} in exclusive mode`.execute(transaction);
    const known = await sql<{ version: string }>`select version from ${loaded}`.execute(transaction);
    if (known.rows[0]?.version === wantedVersion) return;
    const tables = await listTellingTables(transaction, level);
    await removeRows(transaction, level, tables);
    await sql`delete from ${loaded}`.execute(transaction);
    await forgetPast(transaction, level, tables.filter(isPast));
    if (wanted === 'ABSENTE') return;
    await refuseRealRows(transaction, level);
    await demonstration(transaction);
    await sql`insert into ${loaded} values (${DEMONSTRATION_VERSION})`.execute(transaction);
  });
}

/** Those whose rows say where they come from, and the past of each. */
async function listTellingTables(database: Kysely<unknown>, level: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      join pg_attribute on attrelid = pg_class.oid and attname = 'provenance' and atttypid = 'jsonb'::regtype
    where nspname = ${level} and relkind = 'r' order by relname`.execute(database);
  return rows.map(({ name }) => name);
}

/** By one statement: what refers to a row goes with it, whatever their order. */
async function removeRows(
  database: Kysely<unknown>,
  level: string,
  tables: readonly string[],
): Promise<void> {
  const removals = tables
    .filter((table) => !isPast(table))
    .map(
      (table) =>
        sql`${sql.id(table)} as (delete from ${sql.table(`${level}.${table}`)} where provenance ->> 'origine' = 'DEMONSTRATION')`,
    );
  if (removals.length > 0) await sql`with ${sql.join(removals)} select`.execute(database);
}

/** Raises StartupError where rows that somebody entered are where the demonstration is asked for; changes nothing. */
export async function refuseBesideRealRows(
  database: Kysely<unknown>,
  level: string,
  wanted: 'CHARGEE' | 'ABSENTE',
): Promise<void> {
  if (wanted === 'ABSENTE') return;
  if ((await findVersion(database, level)) === DEMONSTRATION_VERSION) return;
  await refuseRealRows(database, level);
}

/** What says to be neither of a text, of an official table, deduced nor made up was entered by somebody. */
async function refuseRealRows(database: Kysely<unknown>, level: string): Promise<void> {
  for (const table of await listTellingTables(database, level)) {
    if (isPast(table)) continue;
    const found = await sql`select 1 from ${sql.table(`${level}.${table}`)}
      where provenance is not null
        and coalesce(provenance ->> 'origine', '') not in ('TEXTE', 'TABLE_OFFICIELLE', 'INFERENCE', 'DEMONSTRATION')
      limit 1`.execute(database);
    if (found.rows.length > 0)
      throw new StartupError(
        `Le palier ${level} contient des données réelles (table ${table}) : la démonstration ne se charge jamais à côté d’elles. Démarrez sans démonstration (PALIER_DEMO=0).`,
      );
  }
}

/** Raises StartupError where the demonstration could only go with what people did of it; changes nothing. */
export async function refuseToLoseActes(
  database: Kysely<unknown>,
  level: string,
  wanted: 'CHARGEE' | 'ABSENTE',
): Promise<void> {
  const opened = `${level}.journal_demonstration`;
  if (!(await isThere(database, opened))) return;
  if (wanted === 'CHARGEE' && !(await isOutdated(database, level))) return;
  // Those of the story are of nobody, and go with it.
  const { rows } = await sql<{ actes: string }>`select count(*) as actes from ${sql.table(`${level}.journal`)}
    where origine = 'DEMONSTRATION' and auteur <> ${STORYTELLER} and exists (select from ${sql.table(opened)})`.execute(
    database,
  );
  const actes = Number(rows[0]?.actes ?? 0);
  if (actes === 0) return;
  const [why, how] =
    wanted === 'ABSENTE'
      ? ['démarrer sans elle', 'ou démarrez celui-ci avec elle (PALIER_DEMO=1)']
      : ['la remplacer par celle de ce programme', 'ou ouvrez celui-ci avec le Palier qui l’a écrit'];
  throw new StartupError(
    `Le palier ${level} tient ${actes} acte${actes > 1 ? 's' : ''} que des gens ont faits sur la démonstration : ${why} les effacerait, et rien n’est changé. Donnez un autre dossier (PALIER_DOSSIER), ${how}. Qui n’en veut plus retire ce dossier lui-même, avec ses clés.`,
  );
}

/** Whether a level holds the demonstration of another version. */
export async function isOutdated(database: Kysely<unknown>, level: string): Promise<boolean> {
  const version = await findVersion(database, level);
  return version !== undefined && version !== DEMONSTRATION_VERSION;
}

async function findVersion(database: Kysely<unknown>, level: string): Promise<string | undefined> {
  const table = `${level}.demonstration`;
  if (!(await isThere(database, table))) return undefined;
  const { rows } = await sql<{ version: string }>`select version from ${sql.table(table)}`.execute(database);
  return rows[0]?.version;
}

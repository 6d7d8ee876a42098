import { type Kysely, type RawBuilder, sql } from 'kysely';
import { StartupError } from '../base/errors.ts';
import { JOURNAL_TABLES } from '../journal/journal.migration.ts';
import { latestInstantOf } from '../data/clock.ts';
import { isPast, presentOf } from '../data/remembered-tables.ts';
import type { MadeOf, SubgraphDefinition, SubgraphSettings } from './subgraph.ts';

/** The PostgreSQL role that a level runs as. */
export interface LevelRole {
  readonly definition: Pick<
    SubgraphDefinition,
    'name' | 'level' | 'niveau' | 'madeOf' | 'refuseUnfit' | 'prepare'
  >;
  readonly role: string;
}

/** What was given to the role of one level, by tables. */
export interface LevelGrants {
  readonly level: string;
  readonly role: string;
  readonly roleWasMade: boolean;
  /** Where rows are added, and read: the journal. */
  readonly ajoutees: readonly string[];
  /** Where its acts write. */
  readonly ecrites: readonly string[];
  /** Where its acts leave what they wrote over, of their own établissement alone. */
  readonly ajouteesParEtablissement: readonly string[];
  /** Where its acts write rows of their own établissement alone. */
  readonly parEtablissement: readonly string[];
  /** Where it only reads. */
  readonly lues: readonly string[];
}

/** The column that says whose a row is, and what an act says of whom it is done for. */
const OWNER_COLUMN = 'etablissement_code';
const ACTING = sql`nullif(current_setting('palier.etablissement', true), '')`;

/** Whether a row, by the name that it is given, is one that the act may write: its own, or one made of rows of which one is its own. */
const isOwn = (level: string, row: string, made: MadeOf | undefined): RawBuilder<boolean> => {
  const own = sql<boolean>`${sql.ref(`${row}.${OWNER_COLUMN}`)} = ${ACTING}`;
  if (made === undefined) return own;
  return sql<boolean>`(${own} or exists (select from ${sql.table(`${level}.${made.table}`)} as said
    where said.${sql.ref(made.column)} = ${sql.ref(`${row}.id`)} and said.${sql.ref(OWNER_COLUMN)} = ${ACTING}))`;
};
/** Whether a row of the journal is one of the acts that are added together: each has said for whom it is done. */
const IS_SIGNED = sql<boolean>`etablissement = any(string_to_array(current_setting('palier.inscrits', true), ','))`;

const MARKS = 'version_donnees';

/**
 * Makes the schemas and the tables of the levels, a role for each, and gives each role what its level needs: nothing of the
 * others, nothing but new rows in its journal, and, at the level of the établissements, rows of the établissement that acts.
 * Once more changes nothing but what somebody had changed. Raises StartupError.
 */
export async function prepareBase(
  database: Kysely<unknown>,
  levels: readonly LevelRole[],
  settings: SubgraphSettings = { demonstration: 'ABSENTE' },
): Promise<LevelGrants[]> {
  for (const { role } of levels) await refusePowerful(database, role);
  for (const { definition } of levels) await definition.refuseUnfit(database, settings);
  for (const { definition } of levels) {
    const rested = await restPolicies(database, definition.level);
    try {
      await definition.prepare(database, settings);
    } catch (error) {
      for (const name of rested) await forcePolicies(database, `${definition.level}.${name}`);
      throw error;
    }
  }
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('palier.base', 0))`.execute(transaction);
    const made: boolean[] = [];
    for (const { role } of levels) made.push(await makeRole(transaction, role));
    for (const { definition } of levels) await takeAll(transaction, definition.level, levels);
    const grants: LevelGrants[] = [];
    for (const [index, level] of levels.entries())
      grants.push(await grant(transaction, level, made[index] ?? false));
    return grants;
  });
}

/** A role that can do more than its level would make what follows a promise only. */
async function refusePowerful(database: Kysely<unknown>, role: string): Promise<void> {
  const { rows } = await sql<{ why: string }>`
    select why from pg_roles, lateral (values
      (rolname = current_user, 'il est l’administrateur qui prépare la base'),
      (rolsuper, 'il est superutilisateur'),
      (rolbypassrls, 'il passe outre les règles de lignes (BYPASSRLS)'),
      (rolcreaterole, 'il peut créer des rôles'),
      (rolreplication, 'il peut répliquer la base'),
      (exists (select from pg_auth_members where member = pg_roles.oid), 'il est membre d’un autre rôle'),
      (exists (select from pg_class where relowner = pg_roles.oid), 'des tables lui appartiennent'),
      (exists (select from pg_namespace where nspowner = pg_roles.oid), 'un schéma lui appartient'),
      (exists (select from pg_proc where proowner = pg_roles.oid), 'des fonctions lui appartiennent'),
      (exists (select from pg_database where datdba = pg_roles.oid and datname = current_database()), 'la base lui appartient')
    ) as power(held, why) where rolname = ${role} and held`.execute(database);
  if (rows.length > 0)
    throw new StartupError(
      `Le rôle « ${role} » a trop de droits pour être celui d’un palier : ${rows.map(({ why }) => why).join(' ; ')}. Rien n’a été changé. Retirez-les-lui, ou nommez-en un autre (PALIER_ROLES).`,
    );
}

/** What an administrator who is no superuser changes of the rows, as migrations do, is not held to one établissement. */
async function restPolicies(database: Kysely<unknown>, level: string): Promise<readonly string[]> {
  const forced = (await listTables(database, level)).filter(({ isForced }) => isForced);
  for (const { name } of forced)
    await sql`alter table ${sql.table(`${level}.${name}`)} no force row level security`.execute(database);
  return forced.map(({ name }) => name);
}

const forcePolicies = (database: Kysely<unknown>, table: string): Promise<unknown> =>
  sql`alter table ${sql.table(table)} force row level security`.execute(database);

/** @returns whether it was not there */
async function makeRole(database: Kysely<unknown>, role: string): Promise<boolean> {
  const known = await sql`select from pg_roles where rolname = ${role}`.execute(database);
  if (known.rows.length === 0)
    await sql`create role ${sql.id(role)} login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls`.execute(
      database,
    );
  return known.rows.length === 0;
}

/** Whatever was given to everybody, or to any of the roles, is taken back: what is given next is all there is. */
async function takeAll(
  database: Kysely<unknown>,
  level: string,
  levels: readonly LevelRole[],
): Promise<void> {
  const schema = sql.id(level);
  const whom = sql.join([sql`public`, ...levels.map(({ role }) => sql.id(role))]);
  for (const kind of ['tables', 'sequences', 'functions'])
    await sql`revoke all on all ${sql.raw(kind)} in schema ${schema} from ${whom}`.execute(database);
  await sql`revoke all on schema ${schema} from ${whom}`.execute(database);
}

async function grant(
  database: Kysely<unknown>,
  { definition: { level, niveau, madeOf }, role }: LevelRole,
  roleWasMade: boolean,
): Promise<LevelGrants> {
  const tables = await listTables(database, level);
  const grants = {
    ajoutees: [] as string[],
    ajouteesParEtablissement: [] as string[],
    ecrites: [] as string[],
    parEtablissement: [] as string[],
    lues: [] as string[],
  };
  await sql`grant usage on schema ${sql.id(level)} to ${sql.id(role)}`.execute(database);
  for (const table of tables) {
    const use = useOf(table, niveau === 'ETABLISSEMENT');
    grants[use].push(table.name);
    await sql`grant ${sql.raw(RIGHTS[use])} on ${sql.table(`${level}.${table.name}`)} to ${sql.id(role)}`.execute(
      database,
    );
    const made = madeOf[presentOf(table.name)];
    if (use.endsWith('arEtablissement'))
      await holdToOwner(database, {
        table: `${level}.${table.name}`,
        own: table.name === JOURNAL ? IS_SIGNED : isOwn(level, table.name, made),
      });
    if (use === 'parEtablissement') await refuseOthers(database, { level, name: table.name, made });
  }
  await sql`grant select, update on sequence ${sql.table(latestInstantOf(level))} to ${sql.id(role)}`.execute(
    database,
  );
  // Each change of its tables leaves a mark, and old marks go.
  await sql`grant insert, delete on ${sql.table(`${level}.${MARKS}`)} to ${sql.id(role)}`.execute(database);
  return { level, role, roleWasMade, ...grants };
}

const JOURNAL: (typeof JOURNAL_TABLES)[number] = 'journal';

type Use = 'ajoutees' | 'ajouteesParEtablissement' | 'ecrites' | 'parEtablissement' | 'lues';

const RIGHTS: Readonly<Record<Use, string>> = {
  ajoutees: 'select, insert',
  ajouteesParEtablissement: 'select, insert',
  ecrites: 'select, insert, update, delete',
  parEtablissement: 'select, insert, update, delete',
  lues: 'select',
};

/** A table of the établissements that does not say whose its rows are is not written. */
function useOf({ name, isBorn, hasOwner }: LevelTable, areOwned: boolean): Use {
  if (areOwned && name === JOURNAL) return 'ajouteesParEtablissement';
  if ((JOURNAL_TABLES as readonly string[]).includes(name)) return 'ajoutees';
  if (isBorn || NOTES.test(name)) return 'lues';
  // What an act writes over is left in the past, and stays there.
  if (!areOwned) return isPast(name) ? 'ajoutees' : 'ecrites';
  if (!hasOwner) return 'lues';
  return isPast(name) ? 'ajouteesParEtablissement' : 'parEtablissement';
}

/** What says how the others came to be. */
const NOTES = /^(kysely_.*|naissance|demonstration|journal_demonstration|version_donnees|memoire)$/;

interface OwnedTable {
  readonly level: string;
  readonly name: string;
  readonly made: MadeOf | undefined;
}

/** Everybody who may read the table reads it whole, for the graph is public; whoever writes, its owner included, does it for one établissement. */
async function holdToOwner(
  database: Kysely<unknown>,
  { table: name, own }: { readonly table: string; readonly own: RawBuilder<boolean> },
): Promise<void> {
  const table = sql.table(name);
  await sql`alter table ${table} enable row level security`.execute(database);
  await forcePolicies(database, name);
  const policies = [
    ['lire', sql`for select using (true)`],
    ['ajouter', sql`for insert with check (${own})`],
    // What is not its own is found, so that it is refused (see `refuseOthers`) and not left as it is without a word.
    ['changer', sql`for update using (true) with check (${own})`],
    ['retirer', sql`for delete using (true)`],
  ] as const;
  // Another policy would open what these hold: permissive ones add up.
  const known = await sql<{ polname: string }>`
    select polname from pg_policy where polrelid = ${name}::regclass`.execute(database);
  for (const { polname } of known.rows)
    await sql`drop policy ${sql.id(polname)} on ${table}`.execute(database);
  for (const [policy, rule] of policies)
    await sql`create policy ${sql.id(`palier_${policy}`)} on ${table} ${rule}`.execute(database);
}

/** An act that would change or remove the row of another établissement fails: it would otherwise change nothing, and say it had. */
async function refuseOthers(database: Kysely<unknown>, { level, name, made }: OwnedTable): Promise<void> {
  const suffix = made === undefined ? '' : `_${name}`;
  const refuse = sql.table(`${level}.refuser_ligne_d_un_autre${suffix}`);
  await sql`create or replace function ${refuse}() returns trigger language plpgsql as $refuser$
    begin
      -- Whoever the rules of rows do not hold migrates, or loads what is known at birth.
      if row_security_active(tg_relid) and (${isOwn(level, 'old', made)}) is not true then
        raise exception 'la ligne est d’un autre établissement que celui qui agit (%)', tg_table_name
          using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $refuser$`.execute(database);
  await sql`create or replace trigger refuser_ligne_d_un_autre before update or delete on ${sql.table(`${level}.${name}`)}
    for each row execute function ${refuse}()`.execute(database);
}

interface LevelTable {
  readonly name: string;
  /** Whether only a birth writes it. */
  readonly isBorn: boolean;
  readonly hasOwner: boolean;
  readonly isForced: boolean;
}

async function listTables(database: Kysely<unknown>, level: string): Promise<readonly LevelTable[]> {
  const there = await sql`select from pg_namespace where nspname = ${level}`.execute(database);
  if (there.rows.length === 0) return [];
  const { rows } = await sql<{ name: string; hasOwner: boolean; isForced: boolean }>`
    select relname as name, relforcerowsecurity as "isForced", exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = ${OWNER_COLUMN} and not attisdropped
    ) as "hasOwner"
    from pg_class where relnamespace = ${level}::regnamespace and relkind in ('r', 'p') order by relname`.execute(
    database,
  );
  const born = await listBorn(database, level);
  return rows.map((row) => ({ ...row, isBorn: born.has(presentOf(row.name)) }));
}

async function listBorn(database: Kysely<unknown>, level: string): Promise<ReadonlySet<string>> {
  const found = await sql`select to_regclass(${`${level}.naissance`}) as name`.execute(database);
  if ((found.rows[0] as { name: unknown }).name === null) return new Set();
  // As it is, whatever its age: one made by an older program does not say it.
  const { rows } = await sql<{ row: { tables?: string[] } }>`
    select to_jsonb(birth) as row from ${sql.table(`${level}.naissance`)} as birth`.execute(database);
  return new Set(rows[0]?.row.tables ?? []);
}

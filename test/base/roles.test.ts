import { openHouse } from '@palier/start/open-house';
import { openDatabase } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { prepareBase } from '@palier/runtime/level-roles';
import { JOURNAL_TABLES } from '@palier/runtime/journal/journal.migration';
import { openForTest, someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import { etablissements } from '@palier/etablissements';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEVELS as DEFINITIONS } from '@palier/start/levels';
import { NO_SERVER, query } from '../postgres.ts';
import { openPreparedBase, type PreparedBase } from './roles-place.ts';

/** What `npm run base` gives the role of each level, seen by trying: on a real PostgreSQL, as that role. */
const opened = await openPreparedBase();
const LEVELS = DEFINITIONS.map(({ name, level }) => ({ name, schema: level }));
const OTHERS = LEVELS.flatMap(({ name }) =>
  LEVELS.filter((other) => other.name !== name).map(({ schema }) => [name, schema] as const),
);
const REFUSED = /permission denied|must be owner|must be superuser|violates row-level security/;

if (opened === undefined) it.skip(`the roles of the levels: ${NO_SERVER}`);
else describe('the role of a level', () => examine(opened));

function examine(base: PreparedBase): void {
  const clients = new Map<string, pg.Client>();
  beforeAll(async () => {
    // One act a level that has some: there is something to change and to remove.
    const graph = () => Promise.resolve({ e0: { statut: 'FIXE' } });
    const level = await openForTest(
      santeQuebec,
      { demonstration: 'ABSENTE' },
      base.locations['sante-quebec'],
      { graph },
    );
    const marie = someoneOf('SANTE_QUEBEC', { subject: 'marie' });
    await level.data(
      'mutation { publierCanevas(cle: "c", exercice: "2031-2032", indicateurs: ["I-A-P5"]) { acte { numero } } }',
      {},
      marie,
    );
    await level.close();
    for (const etablissement of ['A', 'B'])
      await base.own.admin(`begin; set local palier.etablissement = '${etablissement}';
        insert into etablissements.fonction_etablissement (id, etablissement_code, fonction, depuis, provenance)
        values ('F-${etablissement}', '${etablissement}', 'PDG', '2026-04-01', '{"origine":"SAISIE"}'); commit`);
    for (const { name } of LEVELS) {
      const client = new pg.Client({ connectionString: base.urlOf(name) });
      await client.connect();
      clients.set(name, client);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
    await base.close();
  });

  const tryAs = (level: string, statement: string): Promise<pg.QueryResult> =>
    clients.get(level)!.query(statement);
  const tryInOne = async (level: string, ...statements: string[]): Promise<pg.QueryResult> => {
    const client = clients.get(level)!;
    await client.query('begin');
    try {
      let result!: pg.QueryResult;
      for (const statement of statements) result = await client.query(statement);
      return result;
    } finally {
      await client.query('rollback');
    }
  };

  it('is the one that the level runs as', async () => {
    for (const { name } of LEVELS)
      expect((await tryAs(name, 'select current_user as role')).rows).toEqual([{ role: base.roleOf(name) }]);
  });

  describe.each(LEVELS)('in the journal of $name', ({ name, schema }) => {
    it.each(JOURNAL_TABLES)('adds to %s and reads it, and that is all', async (table) => {
      const { rows } = await base.own.admin(
        `select attname from pg_attribute where attrelid = '${schema}.${table}'::regclass and attnum = 1`,
      );
      const column = (rows[0] as { attname: string }).attname;
      await expect(tryAs(name, `select * from ${schema}.${table}`)).resolves.toBeDefined();
      for (const statement of [
        `update ${schema}.${table} set ${column} = ${column}`,
        `delete from ${schema}.${table}`,
        `truncate ${schema}.${table}`,
        `drop trigger refuser_changement on ${schema}.${table}`,
        `drop trigger refuser_vidage on ${schema}.${table}`,
        `alter table ${schema}.${table} disable trigger all`,
        `create or replace rule r as on delete to ${schema}.${table} do instead nothing`,
        `create trigger t before insert on ${schema}.${table} for each row execute function suppress_redundant_updates_trigger()`,
        `alter table ${schema}.${table} owner to current_user`,
        `drop table ${schema}.${table} cascade`,
        `lock table ${schema}.${table} in exclusive mode`,
        `select * from ${schema}.${table} for update`,
      ])
        await expect(tryInOne(name, statement), statement).rejects.toThrow(REFUSED);
    });

    it.each([
      [
        'change the function that refuses',
        `create or replace function ${schema}.refuser_changement() returns trigger language plpgsql as 'begin return old; end'`,
      ],
      ['drop it', `drop function ${schema}.refuser_changement() cascade`],
      [
        'make another, with the rights of its owner',
        `create function ${schema}.vider() returns void language sql security definer as 'delete from ${schema}.journal'`,
      ],
      ['silence the triggers', `set session_replication_role = replica`],
      ['make a table', `create table ${schema}.autre (a int)`],
      ['drop the schema', `drop schema ${schema} cascade`],
      ['be somebody else', 'set role postgres'],
      ['be a superuser', 'alter role current_user superuser'],
      ['pass over the rules of rows', 'alter role current_user bypassrls'],
      ['give its rights away', `grant select on ${schema}.journal to public`],
      ['read files of the server', `select pg_read_file('PG_VERSION')`],
      ['run programs there', `copy (select 1) to program 'true'`],
      ['rewrite the settings', 'alter system set fsync = off'],
    ])('may not %s', async (_what, statement) => {
      const wide = /GRANT|grant/.test(statement);
      const attempt = statement.startsWith('alter system')
        ? tryAs(name, statement)
        : tryInOne(name, statement);
      // A right that cannot be handed on is refused by a warning: nothing is given.
      if (wide) {
        await attempt.catch(() => undefined);
        const { rows } = await base.own.admin(
          `select has_table_privilege('public', '${schema}.journal', 'select') as given`,
        );
        expect(rows).toEqual([{ given: false }]);
      } else await expect(attempt).rejects.toThrow(/permission denied|must be|must have/);
    });

    it('may not empty it by a function of its own elsewhere, which has the rights of its maker alone', async () => {
      const { rows: may } = await base.own.admin(
        `select has_schema_privilege('${base.roleOf(name)}', 'public', 'create') as may`,
      );
      const where = (may[0] as { may: boolean }).may ? 'public' : 'pg_temp';
      await expect(
        tryInOne(
          name,
          `create function ${where}.vider() returns void language sql security definer as 'delete from ${schema}.journal'`,
          `select ${where}.vider()`,
        ),
      ).rejects.toThrow(REFUSED);
    });

    it('finds nothing made with more rights than its own that it could call', async () => {
      const { rows } = await base.own
        .admin(`select proname from pg_proc join pg_namespace on pronamespace = pg_namespace.oid
        where prosecdef and nspname in ('msss', 'sante_quebec', 'etablissements', 'public')`);
      expect(rows).toEqual([]);
    });

    it('may not write what only a birth writes, nor say that it was made', async () => {
      const { rows } = await base.own.admin(
        `select unnest(tables) as name from ${schema}.naissance union all select 'naissance' union all select 'kysely_migration'`,
      );
      expect(rows.length).toBeGreaterThan(2);
      for (const { name: table } of rows as { name: string }[])
        for (const statement of [
          `delete from ${schema}.${table}`,
          `insert into ${schema}.${table} default values`,
        ])
          await expect(tryInOne(name, statement), statement).rejects.toThrow(REFUSED);
    });
  });

  it.each(OTHERS)('of %s neither reads nor writes nor names anything of %s', async (name, schema) => {
    for (const statement of [
      `select * from ${schema}.journal`,
      `insert into ${schema}.journal_cle values ('x', now())`,
      `delete from ${schema}.journal`,
      `select ${schema}.noter_version()`,
      `select '${schema}.journal'::regclass`,
      `create table ${schema}.autre (a int)`,
      `set role ${base.roleOf(LEVELS.find((other) => other.schema === schema)!.name)}`,
    ])
      await expect(tryInOne(name, statement), statement).rejects.toThrow(REFUSED);
  });

  describe('of the établissements, for one of them,', () => {
    const AS_A = `set local palier.etablissement = 'A'`;
    const insertFor = (code: string) =>
      `insert into etablissements.fonction_etablissement (id, etablissement_code, fonction, depuis, provenance)
       values ('N', '${code}', 'RESPONSABLE_AUTOCHTONE', '2026-04-01', '{"origine":"SAISIE"}')`;
    const tryFor = (...statements: string[]) => tryInOne('etablissements', ...statements);

    it('writes the rows of that one, and reads all', async () => {
      expect((await tryFor(AS_A, insertFor('A'))).rowCount).toBe(1);
      expect(
        (
          await tryFor(
            AS_A,
            `update etablissements.fonction_etablissement set fin_le = '2027-01-01' where id = 'F-A'`,
          )
        ).rowCount,
      ).toBe(1);
      expect(
        (await tryFor(AS_A, `delete from etablissements.fonction_etablissement where id = 'F-A'`)).rowCount,
      ).toBe(1);
      expect((await tryFor('select id from etablissements.fonction_etablissement order by id')).rows).toEqual(
        [{ id: 'F-A' }, { id: 'F-B' }],
      );
    });

    it.each([
      ['adds none for another', [AS_A, insertFor('B')]],
      ['adds none for nobody', [insertFor('A')]],
      [
        'adds none for an établissement without a name',
        [`set local palier.etablissement = ''`, insertFor('')],
      ],
      [
        'gives none of its own to another',
        [AS_A, `update etablissements.fonction_etablissement set etablissement_code = 'B' where id = 'F-A'`],
      ],
      [
        'takes none over that is there',
        [
          AS_A,
          `${insertFor('A').replace("'N'", "'F-B'")} on conflict (id) do update set etablissement_code = 'A'`,
        ],
      ],
      [
        'sees no further by asking for no rules',
        [AS_A, 'set local row_security = off', 'delete from etablissements.fonction_etablissement'],
      ],
      [
        'makes no rule of its own',
        [AS_A, 'create policy tout on etablissements.fonction_etablissement using (true)'],
      ],
      [
        'puts no rule aside',
        ['alter table etablissements.fonction_etablissement disable row level security'],
      ],
      ['empties no table', [AS_A, 'truncate etablissements.fonction_etablissement']],
    ])('%s', async (_what, statements) => {
      await expect(tryFor(...statements)).rejects.toThrow(
        /row-level security|permission denied|must be owner|autre établissement/,
      );
    });

    it.each([
      [
        'changes none of another, and is told',
        `update etablissements.fonction_etablissement set fin_le = '2027-01-01' where id = 'F-B'`,
      ],
      [
        'takes none of another, and is told',
        `update etablissements.fonction_etablissement set etablissement_code = 'A' where id = 'F-B'`,
      ],
      [
        'removes none of another, and is told',
        `delete from etablissements.fonction_etablissement where id = 'F-B'`,
      ],
      ['changes none, for nobody', `update etablissements.fonction_etablissement set fin_le = '2027-01-01'`],
    ])('%s', async (what, statement) => {
      const whom = what.endsWith('nobody') ? [] : [AS_A];
      await expect(tryFor(...whom, statement)).rejects.toThrow(/autre établissement/);
    });

    it('changes what is its own among what is not, when it says whose', async () => {
      const statement = `update etablissements.fonction_etablissement set fin_le = '2027-01-01' where etablissement_code = 'A'`;
      expect((await tryFor(AS_A, statement)).rowCount).toBe(1);
    });

    it('adds to the journal the acts that it has signed in the same transaction, whoever they are for, and no other', async () => {
      const acteOf = (code: string) => `insert into etablissements.journal
        values (${code.charCodeAt(0)}, 'saisirMesures', 1, 'luc', 'ETABLISSEMENT', '${code}', '${code}', null, now(), 'SAISIE', '{}', '', '', '')`;
      const sign = (...codes: string[]) => `set local palier.inscrits = '${codes.join(',')}'`;
      expect(
        (await tryFor(sign('A', 'B'), acteOf('A'), acteOf('B'), 'table etablissements.journal')).rows,
      ).toHaveLength(2);
      for (const [signed, code] of [
        [sign('A'), 'B'],
        [AS_A, 'A'],
      ] as const)
        await expect(tryFor(signed, acteOf(code))).rejects.toThrow(
          'row-level security policy for table "journal"',
        );
    });

    it('is held as the owner of the tables is: they are forced', async () => {
      const { rows } = await base.own
        .admin(`select relname, relrowsecurity and relforcerowsecurity as held from pg_class
        where relnamespace = 'etablissements'::regnamespace and exists (
          select from pg_attribute where attrelid = pg_class.oid and attname in ('etablissement_code', 'etablissement')) and relkind = 'r'`);
      expect(rows.length).toBeGreaterThan(5);
      // Who serves which territory is known at birth: its rows are nobody's to write, and these two alone are so.
      const { lues } = base.grants.find(({ level }) => level === 'etablissements')!;
      const known = ['territoire_servi', 'territoire_servi_histoire'];
      expect(lues).toEqual(expect.arrayContaining(known));
      expect(rows.filter(({ relname, held }) => held !== true && !known.includes(String(relname)))).toEqual(
        [],
      );
    });

    it('writes no table that does not say whose its rows are', async () => {
      const told = base.grants.find(({ level }) => level === 'etablissements')!;
      expect(told.parEtablissement).toEqual(
        expect.arrayContaining(['mesure', 'reddition', 'ligne_reddition']),
      );
      // Each change leaves a mark there, whoever it is for.
      for (const table of told.lues.filter((name) => name !== 'version_donnees'))
        await expect(tryFor(AS_A, `delete from etablissements.${table}`), table).rejects.toThrow(REFUSED);
    });
  });

  describe('and `npm run base`', () => {
    it('once more, takes back what was given since, and changes nothing else', async () => {
      const role = base.roleOf('etablissements');
      await base.own.admin(`grant all on sante_quebec.journal, etablissements.journal to ${role};
        grant usage, create on schema sante_quebec to ${role}; grant usage on schema msss to public;
        create policy tout on etablissements.mesure using (true) with check (true);
        alter table etablissements.reddition no force row level security`);
      const again = await base.prepare();
      expect(again).toEqual(base.grants.map((grants) => ({ ...grants, roleWasMade: false })));
      for (const statement of [
        'select * from sante_quebec.journal',
        'select * from msss.journal',
        'create table sante_quebec.autre (a int)',
        'delete from etablissements.journal',
        `insert into etablissements.reddition (id, etablissement_code, campagne, version, etat, saisie_le, provenance) values ('x', 'B', 'c', 1, 'SAISIE', now(), '{}')`,
      ])
        await expect(tryInOne('etablissements', statement), statement).rejects.toThrow(REFUSED);
      const { rows } = await base.own.admin(`select
        (select count(*)::int from pg_policy where polrelid = 'etablissements.mesure'::regclass) as policies,
        (select relforcerowsecurity from pg_class where oid = 'etablissements.reddition'::regclass) as forced`);
      expect(rows).toEqual([{ policies: 4, forced: true }]);
    });

    it.each([
      ['is a superuser', 'superuser'],
      ['passes over the rules of rows', 'bypassrls'],
      ['makes roles', 'createrole'],
    ])('refuses a role that %s, before it changes anything', async (_what, power) => {
      const role = `${base.roleOf('msss')}_fort`;
      await base.own.admin(`create role ${role} ${power}`);
      try {
        const levels = DEFINITIONS.map((definition) => ({
          definition,
          role: `${role}${definition.name === 'msss' ? '' : `_${definition.level}`}`,
        }));
        const attempt = prepareBase(base.administered.kysely, levels);
        await expect(attempt).rejects.toThrow(StartupError);
        await expect(attempt).rejects.toThrow(/a trop de droits pour être celui d’un palier/);
        const { rows } = await base.own.admin(`select from pg_roles where rolname like '${role}\\_%'`);
        expect(rows).toEqual([]);
      } finally {
        await base.own.admin(`drop role ${role}`);
      }
    });

    describe('where the établissements are of a later program', () => {
      const readState = async () => {
        const { rows } = await base.own.admin(`select
          (select count(*)::int from pg_class where relforcerowsecurity) as forced,
          (select count(*)::int from pg_trigger where tgname like 'retenir%') as remembering,
          (select version from msss.naissance) as birth`);
        return rows[0] as { forced: number; remembering: number; birth: string };
      };
      beforeAll(() =>
        base.own.admin(`insert into etablissements.kysely_migration values ('999-plus-tard', '');
          update msss.naissance set version = 'plus tard'`),
      );
      afterAll(async () => {
        await base.own.admin(`delete from etablissements.kysely_migration where name = '999-plus-tard'`);
        await base.prepare();
      });

      it.each([
        ['', () => base.prepare()],
        [
          ', nor does the whole when it starts',
          () =>
            openHouse({
              location: { kind: 'server', url: base.own.url },
              data: { demonstration: 'ABSENTE' },
              logLevel: 'error',
            }),
        ],
      ])('changes nothing of any level%s', async (_what, start) => {
        const state = await readState();
        await expect(start()).rejects.toThrow(/palier etablissements viennent d’une version plus récente/);
        expect(await readState()).toEqual(state);
        expect(state.birth).toBe('plus tard');
        expect(state.forced).toBeGreaterThan(0);
      });
    });

    it('holds rows to one établissement again when it fails', async () => {
      const countForced = async () =>
        (await base.own.admin('select count(*)::int as forced from pg_class where relforcerowsecurity')).rows;
      const forced = await countForced();
      const failing = { ...etablissements, prepare: () => Promise.reject(new StartupError('refus voulu')) };
      const levels = [{ definition: failing, role: base.roleOf('etablissements') }];
      await expect(prepareBase(base.administered.kysely, levels)).rejects.toThrow('refus voulu');
      expect(forced).not.toEqual([{ forced: 0 }]);
      expect(await countForced()).toEqual(forced);
    });

    it('is what a level asks for when it is remembered no more, and takes it up again', async () => {
      const database = await openDatabase(base.locations['etablissements']!);
      const open = () => etablissements.open(database, { demonstration: 'ABSENTE' });
      const now = new Date().toISOString();
      await base.own.admin('drop trigger retenir_change on etablissements.mesure');
      try {
        await expect(open()).rejects.toThrow(
          'La mémoire du palier etablissements ne retient plus rien de 1 table (mesure), dont les déclencheurs manquent : « npm run base » la reprend, ou Palier quand il démarre.',
        );
        await base.prepare();
        const level = await open();
        await expect(level.settle(now)).rejects.toThrow(
          'La mémoire du palier des établissements commence le',
        );
      } finally {
        await database.close();
      }
    });

    it('is what a level asks for when its tables are older than its program', async () => {
      const database = await openDatabase(base.locations['etablissements']!);
      const { rows } = await base.own.admin(
        `delete from etablissements.kysely_migration where name = (select max(name) from etablissements.kysely_migration) returning name, timestamp`,
      );
      const [{ name, timestamp }] = rows as [{ name: string; timestamp: string }];
      try {
        await expect(etablissements.open(database, { demonstration: 'ABSENTE' })).rejects.toThrow(
          'Les tables du palier etablissements sont d’une version plus ancienne : « npm run base » les met à jour, ou Palier quand il démarre.',
        );
      } finally {
        await base.own.admin(
          `insert into etablissements.kysely_migration values ('${name}', '${timestamp}')`,
        );
        await database.close();
      }
    });

    it('is what a level asks for on a database that nobody prepared, or that knows other texts', async () => {
      const database = await openDatabase(base.locations['msss']!);
      await base.own.admin(`update msss.naissance set version = 'autre'`);
      try {
        await expect(DEFINITIONS[0]!.open(database, { demonstration: 'ABSENTE' })).rejects.toThrow(
          /cet utilisateur n’en a pas le droit\. « npm run base » prépare cette base/,
        );
      } finally {
        await database.close();
        await base.prepare();
      }
    });
  });

  it('lets the whole start and answer, each level under its own', async () => {
    const house = await openHouse({
      location: { kind: 'server', url: '' },
      locations: base.locations,
      data: { demonstration: 'ABSENTE' },
      logLevel: 'error',
    });
    const { data, errors } = await house.gateway.execute({
      query:
        '{ territoireClsc(code: "06112") { nom etablissement { abrege } mesures { totalCount } } journalSanteQuebec { totalCount } }',
    });
    await house.close();
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      territoireClsc: { nom: 'Pierrefonds', mesures: { totalCount: 0 } },
      journalSanteQuebec: { totalCount: 1 },
    });
    // A server takes a moment to see that a connection was closed.
    await expect
      .poll(() =>
        query(
          base.own.url,
          `select count(*)::int as open from pg_stat_activity where usename like 'essai_%' and datname = current_database()`,
        ),
      )
      .toMatchObject({ rows: [{ open: LEVELS.length }] });
  });
}

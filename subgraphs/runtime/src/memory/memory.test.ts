import 'reflect-metadata';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest';
import { z } from 'zod';
import { type Database, type DatabaseLocation, openDatabase } from '../data/database.ts';
import { tablesOf } from '../data/tables-of.ts';
import { PalierError, StartupError } from '../base/errors.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { createJournal, type Demande } from '../journal/journal.ts';
import { insertCountersignature } from '../journal/journal.queries.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import type { LevelJournal } from '../journal/level-journal.ts';
import { type Subgraph, defineSubgraph } from '../level/subgraph.ts';
import type { SubgraphContext } from '../request/context.ts';
import { restMemory } from './keep-memory.ts';

interface Tables {
  fait: { code: string; valeur: number; mots: string[] };
  compte: { n: number };
}
interface Contenu {
  readonly code: string;
  readonly valeur: number | null;
}

/** A level reduced to what memory needs: a table that acts write, and one that is not remembered. */
const noter: ActeDefinition<Contenu, Tables> = {
  nature: 'noter',
  version: 1,
  contenu: z.strictObject({ code: z.string(), valeur: z.int().nullable() }),
  check: () => Promise.resolve(),
  apply: async (database, { contenu: { code, valeur } }) => {
    if (valeur === null) await database.deleteFrom('fait').where('code', '=', code).execute();
    else
      await database
        .insertInto('fait')
        .values({ code, valeur, mots: ['un', 'deux'] })
        .onConflict((conflict) => conflict.column('code').doUpdateSet({ valeur }))
        .execute();
  },
};

/** What was said of this level, and no more: a program of another file may speak meanwhile. */
function takeSaid(say: MockInstance<typeof process.stderr.write>): string[] {
  const said = say.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('essai_memoire'));
  say.mockRestore();
  return said;
}

const define = (more: string[] = []) =>
  defineSubgraph({
    name: 'essai-memoire',
    niveau: 'MSSS',
    migrations: Object.fromEntries(
      [
        [
          '001-fait',
          async ({ schema }: Kysely<unknown>) => {
            await schema
              .createTable('fait')
              .addColumn('code', sql`text collate "C"`, (column) => column.primaryKey())
              .addColumn('valeur', 'integer', (column) => column.notNull())
              .addColumn('mots', sql`text[]`, (column) => column.notNull())
              .addColumn('double', 'integer', (column) => column.generatedAlwaysAs(sql`valeur * 2`).stored())
              .execute();
            await schema.createTable('compte').addColumn('n', 'integer').execute();
          },
        ] as const,
        ...more.map(
          (text, rank) =>
            [
              `002-${rank}`,
              async (database: Kysely<unknown>) => void (await sql.raw(text).execute(database)),
            ] as const,
        ),
      ].map(([name, up]) => [name, { up }]),
    ),
    forgotten: ['compte'],
    load: () => Promise.resolve(),
    entities: { essai: { actes: [noter] } },
  });

const SERVER = process.env['DATABASE_URL'];
const PLACES: readonly [string, DatabaseLocation][] = [
  ['embedded', { kind: 'memory' }],
  ...(SERVER === undefined
    ? []
    : [['on a server', { kind: 'server', url: SERVER }] as [string, DatabaseLocation]]),
];

describe.each(PLACES)('what a level knew, %s', (_name, location) => {
  let database: Database;
  let level: Subgraph;
  let journal: LevelJournal;
  let keys = 0;

  const asking = (code: string, valeur: number | null): Demande => ({
    definition: noter,
    acteur: { sub: 'marie', palier: 'MSSS', etablissement: null },
    cle: `cle-${(keys += 1)}`,
    motif: null,
    asked: { code, valeur },
    contenu: { code, valeur },
  });
  const write = (code: string, valeur: number | null) => journal.write(asking(code, valeur));
  const at = async (au?: string) => {
    if (au !== undefined) await level.settle(au);
    return level.createContext(undefined, undefined, undefined, au).database as Kysely<Tables>;
  };
  const known = async (au?: string) => {
    const rows = await (await at(au)).selectFrom('fait').select(['code', 'valeur']).orderBy('code').execute();
    return Object.fromEntries(rows.map(({ code, valeur }) => [code, valeur]));
  };
  const drop = () => sql`drop schema if exists essai_memoire cascade`.execute(database.kysely);
  const open = async (definition = define()) => {
    level = await definition.open(database, { demonstration: 'ABSENTE' });
    journal = level.createContext().journal;
  };
  const now = (): string => new Date().toISOString();
  const nextMillisecond = async (): Promise<string> => {
    const reached = now();
    await expect.poll(now, { interval: 1 }).not.toBe(reached);
    return now();
  };
  /** An instant after all that was written, were it in this millisecond, and before all that is written next. */
  const between = async (): Promise<string> => {
    const instant = await nextMillisecond();
    await nextMillisecond();
    return instant;
  };
  /** What `work` does on a connection for which it is ten minutes ago. */
  const whileSetBack = async <Done>(work: (other: Database) => Promise<Done>): Promise<Done> => {
    await sql`create schema if not exists essai_recul`.execute(database.kysely);
    await sql`create or replace function essai_recul.clock_timestamp() returns timestamptz volatile language sql
      as $$ select pg_catalog.clock_timestamp() - interval '10 minutes' $$`.execute(database.kysely);
    const path = 'essai_recul,pg_catalog,public';
    const other =
      location.kind === 'server'
        ? await openDatabase({ ...location, url: `${location.url}?options=-csearch_path%3D${path}` })
        : database;
    if (other === database)
      await sql`set search_path = essai_recul, pg_catalog, public`.execute(database.kysely);
    try {
      return await work(other);
    } finally {
      await sql`reset search_path`.execute(database.kysely);
      if (other !== database) await other.close();
      await sql`drop schema essai_recul cascade`.execute(database.kysely);
    }
  };

  beforeAll(async () => {
    database = await openDatabase(location);
    await drop();
    await open();
  });
  afterAll(async () => {
    await drop();
    await database.close();
  });

  it('is found again at the instant of each act, and between', async () => {
    const empty = await between();
    const first = await write('a', 1);
    const second = await write('b', 2);
    const third = await write('a', 3);
    const fourth = await write('b', null);
    expect(await known()).toEqual({ a: 3 });
    expect(await known(empty)).toEqual({});
    expect(await known(first.inscritLe)).toEqual({ a: 1 });
    expect(await known(second.inscritLe)).toEqual({ a: 1, b: 2 });
    expect(await known(third.inscritLe)).toEqual({ a: 3, b: 2 });
    expect(await known(fourth.inscritLe)).toEqual({ a: 3 });
    expect(await known(new Date(Date.parse(third.inscritLe) - 1).toISOString())).toEqual({ a: 1, b: 2 });
  });

  it('never changes once it was read, whatever is written at once', async () => {
    const answers: [string, Record<string, number>][] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const writing = write('c', turn);
      const au = now();
      answers.push([au, await known(au)]);
      await writing;
    }
    for (const [au, answer] of answers) expect(await known(au)).toEqual(answer);
  });

  it('never changes once it was read, were another program to write whose clock is behind', async () => {
    await write('behind', 1);
    const behind = createJournal({
      database: database.kysely,
      level: 'essai_memoire',
      niveau: 'MSSS',
      origine: 'SAISIE',
      signer: journal.signer,
      now: () => new Date(Date.now() - 60_000),
    });
    // Some instants after the last act: an act of that program would come between.
    const read = await between();
    const answer = await known(read);
    const { inscritLe } = await behind.write(asking('behind', 2));
    expect(inscritLe > read).toBe(true);
    expect(await known(read)).toEqual(answer);
  });

  it('never changes once it was read, were the clock of the database set back', async () => {
    await write('clock', 1);
    const read = await between();
    const answer = await known(read);
    const inscritLe = await whileSetBack(async (other) => {
      const { journal: setBack } = (await define().open(other, { demonstration: 'ABSENTE' })).createContext();
      // What no act writes, then what one does.
      await sql`update essai_memoire.fait set valeur = 2 where code = 'clock'`.execute(other.kysely);
      return (await setBack.write(asking('clock', 3))).inscritLe;
    });
    expect(inscritLe > read).toBe(true);
    expect(await known(read)).toEqual(answer);
    expect(await known()).toMatchObject({ clock: 3 });
    const { rows } =
      await sql`select code from essai_memoire.fait_histoire where connu_jusqua <= connu_depuis`.execute(
        database.kysely,
      );
    expect(rows).toEqual([]);
  });

  it('holds no signature of another level that came after it was read, were the clock set back', async () => {
    const { numero } = await write('signed', 1);
    const signed = async (au?: string) =>
      ((await at(au)) as unknown as Kysely<JournalTables>)
        .selectFrom('journal_contresignature')
        .select('temoin')
        .execute();
    const read = await between();
    expect(await signed(read)).toEqual([]);
    await whileSetBack((other) =>
      insertCountersignature(tablesOf(other.kysely, 'essai_memoire'), 'essai_memoire', {
        taille: numero,
        temoin: 'palier/autre',
        signature: 'x',
      }),
    );
    expect(await signed(read)).toEqual([]);
    expect(await signed()).toEqual([{ temoin: 'palier/autre' }]);
  });

  it('keeps what each act of a group wrote, and shows the last', async () => {
    const acts = await Promise.all([write('d', 1), write('d', 2), write('d', 3)]);
    const [one] = acts;
    expect(new Set(acts.map(({ inscritLe }) => inscritLe)).size).toBe(1);
    expect((await known(one!.inscritLe))['d']).toBe(3);
    const { rows } = await sql<{ valeur: number; connu_par: number; jusqua_par: number }>`
      select valeur, connu_par, jusqua_par from essai_memoire.fait_histoire where code = 'd' order by connu_par`.execute(
      database.kysely,
    );
    expect(rows.map(({ valeur }) => valeur)).toEqual([1, 2]);
    expect(rows.map(({ jusqua_par }) => jusqua_par)).toEqual(acts.slice(1).map(({ numero }) => numero));
  });

  it('is not another for having been written again the same', async () => {
    const { inscritLe } = await write('e', 5);
    await write('e', 5);
    const { rows } = await sql<{ depuis: string; passes: number }>`
      select connu_depuis as depuis, (select count(*)::int from essai_memoire.fait_histoire where code = 'e') as passes
      from essai_memoire.fait where code = 'e'`.execute(database.kysely);
    expect(rows[0]?.passes).toBe(0);
    expect(new Date(rows[0]!.depuis).toISOString()).toBe(inscritLe);
  });

  it('reads joins, names of columns, subqueries, all columns and lateral pages', async () => {
    const { inscritLe } = await write('f', 6);
    await write('f', 7);
    const past = await at(inscritLe);
    const joined = await past
      .selectFrom('fait')
      .innerJoin('fait as other', 'other.code', 'fait.code')
      .innerJoinLateral(
        (inner) =>
          inner
            .selectFrom('fait')
            .select('fait.valeur as last')
            .whereRef('fait.code', '=', 'other.code')
            .as('page'),
        (join) => join.onTrue(),
      )
      .select(['fait.code', 'fait.valeur', 'other.valeur as autre', 'page.last'])
      .where('fait.code', 'in', past.selectFrom('fait as x').select('x.code').where('x.valeur', '=', 6))
      .where('fait.code', '=', 'f')
      .execute();
    expect(joined).toEqual([{ code: 'f', valeur: 6, autre: 6, last: 6 }]);
    expect(await past.selectFrom('fait').selectAll('fait').where('fait.code', '=', 'f').execute()).toEqual([
      { code: 'f', valeur: 6, mots: ['un', 'deux'], double: 12 },
    ]);
  });

  it('is read, and not written, nor asked in a text that nobody can turn to the past', async () => {
    const past = await at(await between());
    await expect(past.insertInto('compte').values({ n: 1 }).execute()).rejects.toThrow(TypeError);
    await expect(sql`select 1 from essai_memoire.fait`.execute(past)).rejects.toThrow(TypeError);
    await expect(
      past
        .selectFrom(sql`${sql.table('essai_memoire.fait')}`.as<'x'>(sql`x`))
        .select(sql`1`.as('n'))
        .execute(),
    ).rejects.toThrow(TypeError);
  });

  it('leaves tables without facts as they are', async () => {
    const before = await between();
    await (await at()).insertInto('compte').values({ n: 4 }).execute();
    expect(await (await at(before)).selectFrom('compte').select('n').execute()).toEqual([{ n: 4 }]);
  });

  it('remembers a table that was emptied', async () => {
    const before = await between();
    const answer = await known(before);
    await sql`truncate essai_memoire.fait`.execute(database.kysely);
    expect(await known()).toEqual({});
    expect(await known(before)).toEqual(answer);
    await sql`insert into essai_memoire.fait values ('g', 1, '{}')`.execute(database.kysely);
    expect(await known()).toEqual({ g: 1 });
    expect(await known(before)).toEqual(answer);
  });

  it('says an instant to come, and one before it began', async () => {
    const refusals = await Promise.all(
      ['2001-01-01T00:00:00.000Z', '2201-01-01T00:00:00.000Z'].map((au) =>
        level.settle(au).catch((error: unknown) => error),
      ),
    );
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(PalierError);
      expect((refusal as PalierError).extensions['code']).toBe('INSTANT_HORS_MEMOIRE');
    }
    expect(String(refusals[0])).toContain('commence le');
    expect(String(refusals[1])).toContain('à venir');
  });

  it('goes on through a migration that adds and removes columns', async () => {
    const { inscritLe } = await write('h', 8);
    await write('h', 9);
    await open(
      define([
        'alter table essai_memoire.fait add column note text',
        'alter table essai_memoire.fait drop column double',
        'alter table essai_memoire.fait alter column valeur type bigint',
      ]),
    );
    expect((await known(inscritLe))['h']).toBe(8);
    const later = await write('h', 10);
    expect((await known(inscritLe))['h']).toBe(8);
    await write('h', 11);
    expect((await known(later.inscritLe))['h']).toBe(10);
    expect(
      await (await at(later.inscritLe)).selectFrom('fait').selectAll().where('code', '=', 'h').execute(),
    ).toEqual([{ code: 'h', valeur: 10, mots: ['un', 'deux'], note: null }]);
  });

  it('gives what was known the columns that every row has since, and their types', async () => {
    await drop();
    await open();
    const { inscritLe } = await write('i', 1);
    await write('i', 2);
    const more = [
      `alter table essai_memoire.fait add column enonce text not null default 'sans'`,
      `alter table essai_memoire.fait add column renvois jsonb not null default '[]'`,
      'alter table essai_memoire.fait drop column double',
      'alter table essai_memoire.fait alter column valeur type bigint',
      'alter table essai_memoire.fait add column triple bigint generated always as (valeur * 3) stored',
    ];
    await open(define(more));
    const past = async (au: string) =>
      (await at(au)).selectFrom('fait').selectAll().where('code', '=', 'i').execute();
    const before = { code: 'i', mots: ['un', 'deux'], enonce: 'sans', renvois: [] };
    expect(await past(inscritLe)).toEqual([{ ...before, valeur: 1, triple: 3 }]);
    // As it was left by a program that did not give them.
    await sql`update essai_memoire.fait_histoire set enonce = null`.execute(database.kysely);
    await open(define([...more, 'select 1']));
    expect(await past(inscritLe)).toEqual([{ ...before, valeur: 1, triple: 3 }]);
    await sql`update essai_memoire.fait set valeur = 5000000000 where code = 'i'`.execute(database.kysely);
    const large = await between();
    await write('i', 3);
    expect(await past(large)).toEqual([{ ...before, valeur: 5_000_000_000, triple: 15_000_000_000 }]);
  });

  interface Kept {
    readonly depuis: string;
    readonly epoque: string;
    readonly forme: string;
    readonly poses: number;
  }
  /** What is noted of the memory, and how many triggers keep it. */
  const readKept = async (): Promise<Kept> => {
    const { rows } = await sql<Kept>`select depuis::text, epoque, forme, (
        select count(*)::int from pg_trigger where tgrelid = 'essai_memoire.fait'::regclass and tgname like 'retenir%'
      ) as poses from essai_memoire.memoire`.execute(database.kysely);
    return rows[0]!;
  };

  it('is left as it was by an older program, which is refused, and goes on with the newer one', async () => {
    await drop();
    const newer = define(['alter table essai_memoire.fait add column note text']);
    await open(newer);
    await write('j', 1);
    const { inscritLe } = await write('j', 2);
    const kept = await readKept();
    const attempt = define().open(database, { demonstration: 'ABSENTE' });
    await expect(attempt).rejects.toThrow(StartupError);
    await expect(attempt).rejects.toThrow('viennent d’une version plus récente de Palier');
    expect(await readKept()).toEqual(kept);
    await open(newer);
    await write('j', 3);
    expect((await known(inscritLe))['j']).toBe(2);
    expect(await readKept()).toEqual(kept);
  });

  const FOLLOWS =
    'alter table essai_memoire.fait add column suite text references essai_memoire.fait deferrable initially deferred';

  it.each([
    ['that fails', ['alter table essai_memoire.fait add column note text', 'select 1 / 0']],
    [
      'that leaves something to be checked at its end, then fails',
      [
        FOLLOWS,
        "insert into essai_memoire.fait (code, valeur, mots, suite) values ('x', 7, '{}', 'personne')",
      ],
    ],
  ])('is left as it was by a migration %s, and goes on with the former program', async (_what, more) => {
    await drop();
    await open();
    const { inscritLe } = await write('k', 1);
    const kept = await readKept();
    await expect(define(more).open(database, { demonstration: 'ABSENTE' })).rejects.toThrow(
      'Les données du palier essai_memoire n’ont pas pu être préparées',
    );
    expect(await readKept()).toEqual(kept);
    await open();
    await write('k', 2);
    expect((await known(inscritLe))['k']).toBe(1);
    expect(await known()).toEqual({ k: 2 });
  });

  it('goes on through a migration that leaves something to be checked at its end', async () => {
    await drop();
    await open();
    const { inscritLe } = await write('k', 1);
    await open(
      define([
        FOLLOWS,
        "insert into essai_memoire.fait (code, valeur, mots, suite) values ('x', 7, '{}', 'k')",
      ]),
    );
    await write('k', 2);
    expect(await known(inscritLe)).toEqual({ k: 1 });
    expect(await known()).toEqual({ k: 2, x: 7 });
  });

  it('is not begun anew by another program, whose triggers are all there', async () => {
    await drop();
    await open();
    const { inscritLe } = await write('l', 1);
    const kept = await readKept();
    await sql`update essai_memoire.memoire set forme = 'celle d’un autre programme'`.execute(database.kysely);
    const say = vi.spyOn(process.stderr, 'write');
    await open();
    expect(takeSaid(say)).toEqual([]);
    expect(await readKept()).toEqual(kept);
    await write('l', 2);
    expect(await known(inscritLe)).toEqual({ l: 1 });
  });

  const lose = () =>
    sql`alter table essai_memoire.fait disable trigger retenir_change`.execute(database.kysely);

  it('that is begun anew while the clock is set back begins after all that it holds', async () => {
    await drop();
    await open();
    await write('r', 1);
    await lose();
    const say = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await whileSetBack((other) => define().open(other, { demonstration: 'ABSENTE' }));
    expect(takeSaid(say)).toHaveLength(1);
    const { rows } = await sql<{ after: boolean }>`select bool_and(memoire.depuis > connu_depuis) as after
      from essai_memoire.fait, essai_memoire.memoire`.execute(database.kysely);
    expect(rows).toEqual([{ after: true }]);
  });

  const WHY =
    'La mémoire du palier essai_memoire a recommencé, ou ne retient plus tout, depuis que ce programme est ouvert : il ne lit plus aucun instant passé. Redémarrez-le.';
  const untilRefused = (opened: Subgraph, au: string) =>
    expect
      .poll(() => opened.settle(au).catch((error: unknown) => error))
      .toMatchObject({
        extensions: { code: 'INSTANT_HORS_MEMOIRE' },
        message: expect.stringContaining(WHY) as string,
      });

  it('is read no more by a program that is open, once a trigger is missing, and it is said once', async () => {
    await drop();
    await open();
    const { inscritLe } = await write('n', 1);
    const long = new Date(Date.parse(inscritLe) - 1).toISOString();
    const version = await level.dataVersion.refresh();
    const asked = { au: '2001-01-01T00:00:00.000Z' } as SubgraphContext;
    expect(level.cacheControlOf(asked)).toBe('max-age=31536000');
    await lose();
    await write('n', 2);
    const say = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await untilRefused(level, inscritLe);
    await Promise.all([inscritLe, long].map((au) => expect(level.settle(au)).rejects.toThrow()));
    expect(takeSaid(say).map((text) => JSON.parse(text) as unknown)).toEqual([
      { level: 'warn', message: WHY },
    ]);
    expect(level.cacheControlOf(asked)).toBe('no-store');
    // What others keep of the past goes by what comes before the dot.
    const circumstances = (text: string | undefined) => text?.split('.', 1)[0];
    expect(circumstances(await level.dataVersion.refresh())).not.toBe(circumstances(version));
    expect(await known()).toEqual({ n: 2 });
    // What was not remembered is not read, were the trigger there again.
    await sql`alter table essai_memoire.fait enable trigger retenir_change`.execute(database.kysely);
    await untilRefused(level, inscritLe);
  });

  it('is read on by a program that is open, after another that lost nothing', async () => {
    await drop();
    await open();
    const { inscritLe } = await write('o', 1);
    await write('o', 2);
    const former = level;
    const epoque = (await readKept()).epoque;
    await open(define(['alter table essai_memoire.fait add column note text']));
    expect((await readKept()).epoque).toBe(epoque);
    let looks = 0;
    const stop = database.onStatement((text) => (looks += text.includes('pg_trigger') ? 1 : 0));
    await expect.poll(() => former.settle(inscritLe).then(() => looks)).toBe(1);
    level = former;
    expect(await known(inscritLe)).toEqual({ o: 1 });
    stop();
  });

  it.each([
    // As an older program left them, that was refused or cut off.
    ['are not there', () => restMemory(database.kysely, 'essai_memoire')],
    ['do nothing', lose],
  ])('begins anew, and says so, where triggers %s', async (_what, hurt) => {
    await drop();
    await open();
    await write('m', 1);
    const { inscritLe } = await write('m', 2);
    const kept = await readKept();
    await hurt();
    const { inscritLe: unseen } = await write('m', 3);
    const former = level;
    const say = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await open();
    const said = takeSaid(say);
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0]!)).toEqual({
      level: 'warn',
      message:
        'La mémoire du palier essai_memoire ne retenait plus rien de 1 table (fait), dont les déclencheurs manquaient : ce qui y a été changé entre-temps n’a pas été gardé. Elle recommence maintenant, et aucun instant d’avant ne se lit plus.',
    });
    const anew = await readKept();
    expect(anew).toMatchObject({ forme: kept.forme, poses: kept.poses });
    expect(anew.epoque).not.toBe(kept.epoque);
    for (const au of [inscritLe, unseen])
      await expect(level.settle(au)).rejects.toMatchObject({ extensions: { code: 'INSTANT_HORS_MEMOIRE' } });
    // Nobody knows since when, nor by which act, what is there was known.
    const { rows } = await sql<{ before: boolean; by: number | null }>`
      select connu_depuis > ${unseen}::timestamptz and connu_depuis <= memoire.depuis as before, connu_par as by
      from essai_memoire.fait, essai_memoire.memoire`.execute(database.kysely);
    expect(rows).toEqual([{ before: true, by: null }]);
    const read = await write('m', 4);
    await write('m', 5);
    expect(await known(read.inscritLe)).toEqual({ m: 4 });
    // The program that was open before tells nothing of another memory, whatever else was written since.
    const again = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const au of [inscritLe, read.inscritLe]) await untilRefused(former, au);
    expect(takeSaid(again)).toHaveLength(1);
    // Once: the next start finds all in its place.
    await open();
    expect(await readKept()).toEqual(anew);
    expect(await known(read.inscritLe)).toEqual({ m: 4 });
  });
});

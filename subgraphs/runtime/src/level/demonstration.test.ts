import 'reflect-metadata';
import { STORYTELLER } from '@palier/calls/identity';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../data/database.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { createEphemeralKeys } from '../journal/journal-keys.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import { findSeen, insertSeen } from '../journal/journal.queries.ts';
import { DEMONSTRATION_VERSION } from './demonstration.ts';
import { defineSubgraph } from './subgraph.ts';

interface Tables {
  fait: { nom: string; provenance: { readonly origine: string } };
  suite: { fait: string; provenance: { readonly origine: string } };
}

/** A level reduced to what a demonstration needs: a table that another refers to, one act that writes it. */
const noter: ActeDefinition<{ readonly nom: string }, Tables> = {
  nature: 'noter',
  version: 1,
  contenu: z.strictObject({ nom: z.string() }),
  check: () => Promise.resolve(),
  apply: async (database, { contenu, origine }) => {
    await database.insertInto('fait').values({ nom: contenu.nom, provenance: { origine } }).execute();
  },
};

/** @param names - of its made-up rows */
const define = (...names: string[]) =>
  defineSubgraph({
    name: 'essai',
    niveau: 'MSSS',
    migrations: {
      '001-fait': {
        up: async ({ schema }) => {
          await schema
            .createTable('fait')
            .addColumn('nom', 'text', (column) => column.primaryKey())
            .addColumn('provenance', 'jsonb', (column) => column.notNull())
            .execute();
          await schema
            .createTable('suite')
            .addColumn('fait', 'text', (column) => column.primaryKey().references('fait.nom'))
            .addColumn('provenance', 'jsonb', (column) => column.notNull())
            .execute();
        },
      },
    },
    load: () => Promise.resolve(),
    demonstration: async (transaction) => {
      const made = tablesOf<Tables>(transaction, 'essai');
      const provenance = { origine: 'DEMONSTRATION' };
      for (const nom of names) {
        await made.insertInto('fait').values({ nom, provenance }).execute();
        await made.insertInto('suite').values({ fait: nom, provenance }).execute();
      }
    },
    entities: { essai: { actes: [noter] } },
  });

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ kind: 'memory' });
});
afterEach(() => sql`drop schema essai cascade`.execute(database.kysely));
afterAll(() => database.close());

const keys = createEphemeralKeys();
const tables = () => tablesOf<JournalTables & Tables>(database.kysely, 'essai');
const open = (level: ReturnType<typeof define>, demonstration: 'CHARGEE' | 'ABSENTE') =>
  level.open(database, { demonstration }, { keys });
const act = async (
  level: ReturnType<typeof define>,
  demonstration: 'CHARGEE' | 'ABSENTE',
  nom: string,
  sub = 'marie',
): Promise<number> => {
  const { journal } = (await open(level, demonstration)).createContext();
  const { numero } = await journal.write({
    definition: noter,
    acteur: { sub, palier: 'MSSS', etablissement: null },
    cle: nom,
    motif: null,
    asked: { nom },
    contenu: { nom },
  });
  return numero;
};
const see = (taille: number) =>
  insertSeen(tables(), 'essai', { journal: 'palier/autre', taille, racine: '0'.repeat(64) });
const seen = async () => (await findSeen(tables(), 'palier/autre'))?.taille;
const listFaits = async () =>
  (await tables().selectFrom('fait').select('nom').orderBy('nom').execute()).map(({ nom }) => nom);
const memory = async () =>
  (
    await sql<{ epoque: string; depuis: string }>`select epoque, depuis from essai.memoire`.execute(
      database.kysely,
    )
  ).rows[0];

it('asked for beside what somebody entered is refused, and changes nothing, nor does the start that follows', async () => {
  const level = define('inventé');
  await act(level, 'ABSENTE', 'vrai');
  await see(3);
  const before = await memory();
  await expect(level.refuseUnfit(database.kysely, { demonstration: 'CHARGEE' })).rejects.toThrow(
    /PALIER_DEMO=0/,
  );
  await expect(open(level, 'CHARGEE')).rejects.toThrow(/données réelles.*PALIER_DEMO=0/);
  await open(level, 'ABSENTE');
  expect([await listFaits(), await seen(), await memory()]).toEqual([['vrai'], 3, before]);
});

it.each([
  ['SAISIE', /table suite/],
  ['unheard of', /table suite/],
  ['TABLE_OFFICIELLE', undefined],
])(
  'asked for beside a row of any table is refused where somebody entered it: %s',
  async (origine, refused) => {
    const level = define('inventé');
    await open(level, 'ABSENTE');
    const provenance = { origine };
    await tables()
      .insertInto('fait')
      .values({ nom: 'su', provenance: { origine: 'TEXTE' } })
      .execute();
    await tables().insertInto('suite').values({ fait: 'su', provenance }).execute();
    const opening = open(level, 'CHARGEE');
    if (refused) await expect(opening).rejects.toThrow(refused);
    else await opening;
    expect(await listFaits()).toEqual(refused ? ['su'] : ['inventé', 'su']);
  },
);

it('of a level that makes nothing up leaves what it remembers and saw before', async () => {
  const level = define();
  await open(level, 'ABSENTE');
  await see(3);
  const before = await memory();
  await open(level, 'CHARGEE');
  // Of a made-up journal, which begins anew with the others.
  await see(9);
  await open(level, 'ABSENTE');
  expect([await seen(), await memory()]).toEqual([3, before]);
});

it('takes with it the instants at which it was known', async () => {
  const level = define('inventé');
  await open(level, 'CHARGEE');
  const before = await memory();
  await open(level, 'ABSENTE');
  expect(await listFaits()).toEqual([]);
  expect((await memory())?.epoque).not.toBe(before?.epoque);
});

it('of another version goes with the story that was played of it', async () => {
  const level = define('inventé');
  expect(await act(level, 'CHARGEE', 'joué', STORYTELLER)).toBe(1);
  await see(3);
  await sql`update essai.demonstration set version = ${`avant ${DEMONSTRATION_VERSION}`}`.execute(
    database.kysely,
  );
  await open(level, 'CHARGEE');
  expect([await listFaits(), await seen()]).toEqual([['inventé'], undefined]);
  // Asked again under the same key, it is done again.
  expect(await act(level, 'CHARGEE', 'joué', STORYTELLER)).toBe(1);
  expect(await listFaits()).toEqual(['inventé', 'joué']);
});

it('does not go where somebody acted on it, for none or for another, and goes on', async () => {
  const level = define('inventé');
  await act(level, 'CHARGEE', 'joué', STORYTELLER);
  await act(level, 'CHARGEE', 'envoyé');
  await see(3);
  const state = async () => [await listFaits(), await seen(), await memory()];
  const before = await state();
  const refused = /tient 1 acte que des gens ont faits.*les effacerait.*PALIER_DOSSIER/;
  await expect(level.refuseUnfit(database.kysely, { demonstration: 'ABSENTE' })).rejects.toThrow(refused);
  await expect(open(level, 'ABSENTE')).rejects.toThrow(refused);
  const setVersion = (version: string) =>
    sql`update essai.demonstration set version = ${version}`.execute(database.kysely);
  await setVersion(`avant ${DEMONSTRATION_VERSION}`);
  await expect(open(level, 'CHARGEE')).rejects.toThrow(refused);
  await setVersion(DEMONSTRATION_VERSION);
  expect(await state()).toEqual(before);
  expect(await act(level, 'CHARGEE', 'suite')).toBe(3);
});

import 'reflect-metadata';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../data/database.ts';
import { tablesOf } from '../data/tables-of.ts';
import { defineSubgraph } from './subgraph.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { createEphemeralKeys } from '../journal/journal-keys.ts';
import type { LevelJournal } from '../journal/level-journal.ts';
import { findSettings, replayInto, replayJournal } from './replay-journal.ts';

interface Tables {
  compteur: { nom: string; valeur: number; vu_le: string };
  vue: { nom: string };
}
interface Ajout {
  readonly nom: string;
  readonly de: number;
}

/** A level reduced to what playing again needs: a table that acts write, and one that they do not. */
const ajouter: ActeDefinition<Ajout, Tables> = {
  nature: 'ajouter',
  version: 1,
  contenu: z.strictObject({ nom: z.string(), de: z.int() }),
  check: () => Promise.resolve(),
  apply: async (database, { contenu, inscritLe }) => {
    await database
      .insertInto('compteur')
      .values({ nom: contenu.nom, valeur: contenu.de, vu_le: inscritLe })
      .onConflict((conflict) =>
        conflict.column('nom').doUpdateSet({ valeur: sql`compteur.valeur + excluded.valeur` }),
      )
      .execute();
  },
};

const define = (...actes: ActeDefinition[]) =>
  defineSubgraph({
    name: 'essai',
    niveau: 'SANTE_QUEBEC',
    migrations: {
      '001-compteur': {
        up: async ({ schema }) => {
          await schema
            .createTable('compteur')
            .addColumn('nom', 'text', (column) => column.primaryKey())
            .addColumn('valeur', 'integer', (column) => column.notNull())
            .addColumn('vu_le', 'timestamptz', (column) => column.notNull())
            .execute();
          await schema
            .createTable('vue')
            .addColumn('nom', 'text', (column) => column.primaryKey())
            .execute();
        },
      },
    },
    copies: ['vue'],
    load: () => Promise.resolve(),
    entities: { essai: { actes } },
  });
const level = define(ajouter);

let database: Database;
let replica: Database;
let journal: LevelJournal;
const write = (definition: ActeDefinition, cle: string, contenu: Ajout) =>
  journal.write({
    definition,
    acteur: { sub: 'marie', palier: 'SANTE_QUEBEC', etablissement: null },
    cle,
    motif: null,
    asked: contenu,
    contenu,
  });
/** In a level just born: one, emptied each time, is cheaper than one a test. */
const replay = async (definition = level) => {
  await sql`truncate essai.compteur`.execute(replica.kysely);
  await sql`truncate essai.compteur_histoire`.execute(replica.kysely);
  return replayInto(replica.kysely, { source: database.kysely, definition });
};
const tables = (): Kysely<Tables> => tablesOf<Tables>(database.kysely, 'essai');

beforeAll(async () => {
  [database, replica] = await Promise.all([
    openDatabase({ kind: 'memory' }),
    openDatabase({ kind: 'memory' }),
  ]);
  await level.open(replica, { demonstration: 'ABSENTE' });
  const opened = await level.open(database, { demonstration: 'ABSENTE' }, { keys: createEphemeralKeys() });
  journal = opened.createContext().journal;
  for (const [cle, contenu] of Object.entries({
    a: { nom: 'a', de: 2 },
    b: { nom: 'b', de: 5 },
    c: { nom: 'a', de: 3 },
  }))
    await write(ajouter, cle, contenu);
});
afterAll(() => Promise.all([database.close(), replica.close()]));

it('gives the same tables, whatever the copies of other levels hold', async () => {
  await tables().insertInto('vue').values({ nom: 'copie' }).execute();
  const settings = await findSettings(database.kysely, 'essai');
  expect(settings).toEqual({ demonstration: 'ABSENTE' });
  const verdict = { actes: 3, tables: 2, lignes: 3, fautes: [] };
  expect(await replayJournal({ source: database.kysely, definition: level, settings })).toEqual(verdict);
  expect(await replay()).toEqual(verdict);
});

/** As somebody would who can silence what remembers. */
const behindActes = (text: string): Promise<unknown> =>
  database.kysely.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql.raw(text).execute(transaction);
  });

it.each([
  [
    'a value changed',
    `update essai.compteur set valeur = 6 where nom = 'a'`,
    `update essai.compteur set valeur = 5 where nom = 'a'`,
    ['Table compteur, ligne ["a"] : valeur vaut 6 dans la base, et 5 par les actes.'],
  ],
  [
    'an instant moved by a microsecond',
    `update essai.compteur set vu_le = vu_le + interval '1 microsecond' where nom = 'b'`,
    `update essai.compteur set vu_le = vu_le - interval '1 microsecond' where nom = 'b'`,
    [expect.stringMatching(/^Table compteur, ligne \["b"\] : vu_le vaut /)],
  ],
  [
    'a row that no act made',
    `insert into essai.compteur values ('z', 1, now(), now())`,
    `delete from essai.compteur where nom = 'z'`,
    ['Table compteur, ligne ["z"] : la base l’a, et aucun acte ne la donne.'],
  ],
  [
    'a row removed and another renamed',
    `update essai.compteur set nom = 'y' where nom = 'b'`,
    `update essai.compteur set nom = 'b' where nom = 'y'`,
    [
      'Table compteur, ligne ["b"] : les actes la donnent, et la base ne l’a pas.',
      'Table compteur, ligne ["y"] : la base l’a, et aucun acte ne la donne.',
    ],
  ],
])('tells %s behind the acts', async (_what, change, undo, told) => {
  await behindActes(change);
  const { fautes } = await replay();
  await behindActes(undo);
  expect(fautes).toEqual(told);
});

it('tells what was changed without an act, even to what it was', async () => {
  await sql`update essai.compteur set valeur = 6 where nom = 'a'`.execute(database.kysely);
  await sql`update essai.compteur set valeur = 5 where nom = 'a'`.execute(database.kysely);
  const { fautes } = await replay();
  await behindActes(`update essai.compteur set connu_par = 3, connu_depuis =
    (select inscrit_le from essai.journal where numero = 3) where nom = 'a'`);
  expect(fautes).toEqual([
    expect.stringContaining(
      'Table compteur, ligne ["a"] : connu_par vaut null dans la base, et 3 par les actes',
    ),
  ]);
  expect((await replay()).fautes).toEqual([]);
});

it('tells a past that was changed', async () => {
  await behindActes(`update essai.compteur_histoire set valeur = 9 where connu_par = 1`);
  const { fautes } = await replay();
  await behindActes(`update essai.compteur_histoire set valeur = 2 where connu_par = 1`);
  expect(fautes).toEqual([
    'Table compteur_histoire, ligne ["a", 3] : valeur vaut 9 dans la base, et 2 par les actes.',
  ]);
});

it('tells an act that does not do the same twice', async () => {
  let chance = 0;
  const { fautes } = await replay(
    define({
      ...ajouter,
      apply: (on, acte) => ajouter.apply(on, { ...acte, contenu: { nom: 'a', de: ++chance } }),
    }),
  );
  expect(fautes).toEqual(expect.arrayContaining([expect.stringContaining('ligne ["a"] : valeur vaut 5')]));
});

it.each([
  ['of a nature that is not known', define(), 'L’acte 1 n’a pas été rejoué'],
  ['of another version', define({ ...ajouter, version: 2 }), 'ne connaît pas « ajouter » de version 1'],
  [
    'whose content has not the shape of its kind',
    define({ ...ajouter, contenu: z.strictObject({ nom: z.string(), de: z.int().max(4) }) as never }),
    'L’acte 2 (ajouter) n’a pas été rejoué, ni ceux qui le suivent : son contenu',
  ],
  [
    'that breaks',
    define({ ...ajouter, apply: () => Promise.reject(new Error('rompu.')) }),
    'L’acte 1 (ajouter) n’a pas été rejoué, ni ceux qui le suivent : rompu.',
  ],
])('says an act %s, and plays nothing after it', async (_what, definition, told) => {
  const { fautes } = await replay(definition);
  expect(fautes).toHaveLength(1);
  expect(fautes[0]).toContain(told);
});

it('says a database born of other data', async () => {
  await sql`create table essai.naissance (version text not null)`.execute(database.kysely);
  await sql`insert into essai.naissance values ('autre')`.execute(database.kysely);
  expect((await replay()).fautes).toEqual([expect.stringContaining('démarrez-y ce palier une fois')]);
  await sql`drop table essai.naissance`.execute(database.kysely);
});

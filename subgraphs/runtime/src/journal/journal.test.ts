import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GraphClosed } from '../calls/ask-graph.ts';
import { explaining, readBy } from '../testing/explain.ts';
import { type Database, type DatabaseLocation, openDatabase } from '../data/database.ts';
import { PalierError } from '../base/errors.ts';
import { tablesOf } from '../data/tables-of.ts';
import { replayJournal } from '../level/replay-journal.ts';
import { type Subgraph, defineSubgraph } from '../level/subgraph.ts';
import type { Acte, ActeDefinition, Acteur } from './acte.ts';
import { digestDemande, digestText, toCanonicalJson } from './acte-digest.ts';
import { createJournal, type Demande } from './journal.ts';
import { createEphemeralKeys } from './journal-keys.ts';
import {
  findActes,
  findActesByNames,
  findContenus,
  findLastPoint,
  findNodes,
  findPointsOf,
} from './journal.queries.ts';
import type { JournalTables } from './journal-tables.ts';
import { type Receipt, listReceiptNodes, makeReceipt, verifyReceipt } from './receipt.ts';
import { VersionPerimee } from '../acts/refus.ts';
import { parseNote, parsePublicKey } from './signed-note.ts';
import { type KnownPoint, verifyJournal } from './verify-journal.ts';

interface Tables {
  compteur: { nom: string; valeur: number };
}
interface Ajout {
  readonly nom: string;
  readonly de: number;
}

/** A level reduced to what acts need: one table, one act. */
const ajouter: ActeDefinition<Ajout, Tables> = {
  nature: 'ajouter',
  version: 1,
  contenu: z.strictObject({ nom: z.string(), de: z.int() }),
  check: async (database, { contenu }) => {
    if (contenu.de < 0) throw new VersionPerimee(1, 2);
    if (contenu.de === 17) await sql`select 1 / 0`.execute(database);
  },
  apply: async (database, { contenu }) => {
    await database
      .insertInto('compteur')
      .values({ nom: contenu.nom, valeur: contenu.de })
      .onConflict((conflict) =>
        conflict.column('nom').doUpdateSet({ valeur: sql`compteur.valeur + excluded.valeur` }),
      )
      .execute();
    if (contenu.de === 13) throw new Error('half done');
  },
};

/** Goes on from a value that was read: acts of different names are judged together. */
const avancer: ActeDefinition<Ajout, Tables> = {
  ...ajouter,
  nature: 'avancer',
  touches: ({ contenu }) => contenu.nom,
  check: async (database, { contenu }) => {
    const row = await database
      .selectFrom('compteur')
      .select('valeur')
      .where('nom', '=', contenu.nom)
      .executeTakeFirst();
    const valeur = row?.valeur ?? 0;
    if (valeur !== contenu.de - 1) throw new VersionPerimee(contenu.de - 1, valeur);
  },
  apply: async (database, { contenu }) => {
    await database
      .insertInto('compteur')
      .values({ nom: contenu.nom, valeur: contenu.de })
      .onConflict((conflict) => conflict.column('nom').doUpdateSet({ valeur: contenu.de }))
      .execute();
  },
};

/** What it holds is not everybody's. */
const noter: ActeDefinition<Ajout, Tables> = { ...ajouter, nature: 'noter', reserve: 'Note retenue.' };

const definition = defineSubgraph({
  name: 'essai',
  niveau: 'SANTE_QUEBEC',
  migrations: {
    '001-compteur': {
      up: async ({ schema }) => {
        await schema
          .createTable('compteur')
          .addColumn('nom', 'text', (column) => column.primaryKey())
          .addColumn('valeur', 'integer', (column) => column.notNull().check(sql`valeur <> 999`))
          .execute();
      },
    },
  },
  load: () => Promise.resolve(),
  entities: { essai: { actes: [ajouter, avancer, noter] } },
});

const acteur: Acteur = { sub: 'marie', palier: 'SANTE_QUEBEC', etablissement: null };
const demande = (cle: string, contenu: Ajout, asked: object = contenu): Demande => ({
  definition: ajouter,
  acteur,
  cle,
  motif: null,
  asked,
  contenu,
});

const server = process.env['DATABASE_URL'];
const locations: DatabaseLocation[] = [
  { kind: 'memory' },
  ...(server === undefined ? [] : [{ kind: 'server' as const, url: server }]),
];

describe.each(locations)('a journal on a $kind database', (location) => {
  const keys = createEphemeralKeys();
  let database: Database;
  let level: Subgraph;
  const journal = () => level.createContext().journal;
  const tables = () => tablesOf<JournalTables & Tables>(database.kysely, 'essai');
  const valeurOf = async (nom: string): Promise<number | undefined> =>
    (await tables().selectFrom('compteur').select('valeur').where('nom', '=', nom).executeTakeFirst())
      ?.valeur;
  const countActes = async (): Promise<number> =>
    (await tables().selectFrom('journal').select('numero').execute()).length;
  const verify = () => verifyJournal({ tables: tables(), niveau: 'SANTE_QUEBEC', keys: keys.publics() });

  const receiptOf = async ({ numero, empreinte }: Acte): Promise<Receipt> => {
    const point = (await findPointsOf(tables(), [numero], 2)).get(numero)!;
    const nodes = await findNodes(tables(), listReceiptNodes(numero, point.taille));
    return makeReceipt({ niveau: 'SANTE_QUEBEC', numero, empreinte }, point, nodes);
  };

  const drop = () => sql`drop schema if exists essai cascade`.execute(database.kysely);
  beforeAll(async () => {
    database = await openDatabase(location);
    await drop();
    level = await definition.open(database, { demonstration: 'ABSENTE' }, { keys });
  });
  afterAll(async () => {
    await drop();
    await database.close();
  });

  const readByNames = (): Promise<string[]> => {
    const names = Array.from({ length: 64 }, (_, rank) => ({ auteur: 'marie', cle: String(rank) }));
    return readBy(findActesByNames(explaining<JournalTables>(database, 'essai'), names));
  };

  it('finds acts by their names in the index, by the plan that is made of an empty journal and kept', async () => {
    expect(await readByNames()).toEqual(['journal_cle_unique']);
  });

  describe('an act', () => {
    it('is written with what it changes, numbered from 1, chained to the one before', async () => {
      const first = await journal().write(demande('a-1', { nom: 'a', de: 2 }));
      const second = await journal().write(demande('a-2', { nom: 'a', de: 3 }));
      expect([first.numero, first.precedente, second.numero]).toEqual([1, '', 2]);
      expect(second.precedente).toBe(first.empreinte);
      expect(await valeurOf('a')).toBe(5);
      expect(second).toMatchObject({
        auteur: 'marie',
        nature: 'ajouter',
        origine: 'SAISIE',
        contenu: { nom: 'a', de: 3 },
      });
    });

    it('is found by its name in the index, by the plan that is made of a journal known to be short', async () => {
      const acts = Array.from({ length: 48 }, (_, rank) => demande(`court-${rank}`, { nom: 'court', de: 1 }));
      await Promise.all(acts.map((one) => journal().write(one)));
      await sql`analyze essai.journal`.execute(database.kysely);
      expect(await readByNames()).toEqual(['journal_cle_unique']);
    });

    it('asked again under its key is not done again', async () => {
      const first = await journal().write(demande('b-1', { nom: 'b', de: 2 }));
      const again = await journal().write(demande('b-1', { nom: 'b', de: 2 }));
      const twice = await Promise.all(
        [1, 2, 3].map(() => journal().write(demande('b-2', { nom: 'b', de: 1 }))),
      );
      expect(again).toEqual(first);
      expect(new Set(twice.map(({ numero }) => numero)).size).toBe(1);
      expect(await valeurOf('b')).toBe(3);
      expect(await journal().recall(demande('b-1', { nom: 'b', de: 2 }))).toEqual(first);
    });

    it('under a key that named another is refused, alone and among others', async () => {
      await journal().write(demande('c-1', { nom: 'c', de: 1 }));
      const other = demande('c-1', { nom: 'c', de: 5 });
      await expect(journal().write(other)).rejects.toMatchObject({ extensions: { code: 'CLE_REPRISE' } });
      await expect(journal().recall(other)).rejects.toMatchObject({ extensions: { code: 'CLE_REPRISE' } });
      const together = await Promise.allSettled([
        journal().write(demande('c-2', { nom: 'c', de: 1 })),
        journal().write(other),
        journal().write(demande('c-2', { nom: 'c', de: 2 })),
      ]);
      expect(together.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(await valeurOf('c')).toBe(2);
    });

    it('of another author may have the same key', async () => {
      const mine = await journal().write(demande('d', { nom: 'd', de: 1 }));
      const theirs = await journal().write({
        ...demande('d', { nom: 'd', de: 4 }),
        acteur: { ...acteur, sub: 'paul' },
      });
      expect(theirs.numero).toBe(mine.numero + 1);
    });

    it('that is refused, or breaks half way, leaves nothing and takes no number', async () => {
      const before = await countActes();
      await expect(journal().write(demande('e-1', { nom: 'e', de: -1 }))).rejects.toBeInstanceOf(PalierError);
      await expect(journal().write(demande('e-2', { nom: 'e', de: 13 }))).rejects.toThrow('half done');
      const mixed = await Promise.allSettled(
        [1, -1, 13, 1].map((de, index) => journal().write(demande(`e-3-${index}`, { nom: 'e', de }))),
      );
      expect(mixed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(await countActes()).toBe(before + 2);
      expect(await valeurOf('e')).toBe(2);
      // What was refused may be asked again under the same key.
      await journal().write(demande('e-1', { nom: 'e', de: 1 }));
      expect(await valeurOf('e')).toBe(3);
    });

    it('that arrives with others is written with them, in one transaction, each with its number', async () => {
      const before = await countActes();
      const statements: string[] = [];
      const stop = database.onStatement((text) => statements.push(text));
      const written = await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          journal().write(demande(`f-${index}`, { nom: 'f', de: 1 })),
        ),
      );
      stop();
      expect(written.map(({ numero }) => numero)).toEqual(written.map((_, index) => before + 1 + index));
      expect(statements.filter((text) => text.includes('insert into "essai"."journal_point"'))).toHaveLength(
        2,
      );
      expect(await valeurOf('f')).toBe(300);
    });

    it('that fails among others, once it has written, is undone alone: they are written', async () => {
      const outcomes = await Promise.allSettled(
        [1, 13, 2, -1, 3].map((de, index) =>
          journal().write(demande(`fails-${index}`, { nom: 'fails', de })),
        ),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await valeurOf('fails')).toBe(6);
      expect((await verify()).fautes).toEqual([]);
    });

    it('that cannot be judged, were it the first, is left out alone', async () => {
      const outcomes = await Promise.allSettled(
        [17, 1, 17, 2].map((de, index) => journal().write(demande(`juge-${index}`, { nom: 'juge', de }))),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      await expect(journal().write(demande('juge-4', { nom: 'juge', de: 17 }))).rejects.toThrow(/zero/);
      expect(await valeurOf('juge')).toBe(3);
      expect((await verify()).fautes).toEqual([]);
    });

    it('that the database refuses, once others were sent with it, is undone alone', async () => {
      const before = await countActes();
      const [one, refused, two, three] = await Promise.allSettled(
        [1, 998, 2, 3].map((de, index) => journal().write(demande(`base-${index}`, { nom: 'base', de }))),
      );
      expect(refused?.status).toBe('rejected');
      expect(await countActes()).toBe(before + 3);
      for (const [rank, outcome] of [one, two, three].entries()) {
        const acte = outcome?.status === 'fulfilled' ? outcome.value : undefined;
        expect(acte?.numero).toBe(before + 1 + rank);
        expect(verifyReceipt(await receiptOf(acte!), keys.publics())).toHaveProperty('size', before + 3);
      }
      // Its key names nothing: asked again, it is judged again.
      const again = demande('base-1', { nom: 'base', de: 993 });
      expect(await journal().recall(again)).toBeUndefined();
      await expect(journal().write(again)).rejects.toThrow(/compteur/);
      expect(await valeurOf('base')).toBe(6);
      expect((await verify()).fautes).toEqual([]);
      const settings = { demonstration: 'ABSENTE' } as const;
      const replayed = await replayJournal({ source: database.kysely, definition, settings });
      expect(replayed).toMatchObject({ actes: before + 3, fautes: [] });
    });

    it('is judged by what those before it changed, of the same thing as of others', async () => {
      const steps = ['x', 'y', 'x', 'z', 'y', 'x', 'x'].map((nom, index) => ({
        nom,
        cle: `avance-${index}`,
      }));
      const seen = new Map<string, number>();
      const ask = ({ nom, cle }: (typeof steps)[number], de: number) =>
        journal().write({ ...demande(cle, { nom, de }), definition: avancer });
      // Each goes on from the one before of its name, all of them asked at once.
      const written = await Promise.all(
        steps.map((step) => {
          const de = (seen.get(step.nom) ?? 0) + 1;
          seen.set(step.nom, de);
          return ask(step, de);
        }),
      );
      expect(new Set(written.map(({ inscritLe }) => inscritLe)).size).toBe(1);
      for (const [nom, valeur] of seen) expect(await valeurOf(nom)).toBe(valeur);
      // Of those who read the same, one goes on.
      const rivals = await Promise.allSettled(
        ['x', 'y', 'x', 'y', 'x'].map((nom, index) =>
          ask({ nom, cle: `rival-${index}` }, seen.get(nom)! + 1),
        ),
      );
      expect(rivals.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
    });

    it('has the instant of the database, after the one it follows, whatever clock its program has', async () => {
      const instants: string[] = [];
      for (const [index, now] of ['2001-01-01', '2201-01-01', '2001-01-01'].entries()) {
        const { inscritLe } = await createJournal({
          database: database.kysely,
          level: 'essai',
          niveau: 'SANTE_QUEBEC',
          origine: 'SAISIE',
          signer: keys.signerOf('SANTE_QUEBEC'),
          now: () => new Date(now),
        }).write(demande(`g-${index}`, { nom: 'g', de: 1 }));
        instants.push(inscritLe);
      }
      const { inscritLe: last } = await journal().write(demande('g-3', { nom: 'g', de: 1 }));
      expect([...instants, last]).toEqual([...new Set([...instants, last])].sort());
      expect(last < '2201').toBe(true);
    });

    it('of two programs on one database has one number', async () => {
      const other = await definition.open(database, { demonstration: 'ABSENTE' }, { keys });
      const before = await countActes();
      const both = [journal(), other.createContext().journal];
      const written = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          both[index % 2]!.write(demande(`h-${index}`, { nom: 'h', de: 1 })),
        ),
      );
      expect(written.map(({ numero }) => numero).sort((a, b) => a - b)).toEqual(
        written.map((_, index) => before + 1 + index),
      );
    });
  });

  describe('a journal', () => {
    it('holds, read from its first act', async () => {
      expect(await verify()).toMatchObject({ actes: await countActes(), fautes: [] });
    });

    it.each(['update', 'delete', 'truncate'])('refuses %s to everybody', async (verb) => {
      const texts: Record<string, string> = {
        update: `update essai.journal set motif = 'x' where numero = 1`,
        delete: `delete from essai.journal where numero = 1`,
        truncate: `truncate essai.journal_point`,
      };
      await expect(sql.raw(texts[verb]!).execute(database.kysely)).rejects.toThrow('ni changées ni retirées');
    });

    it.each([
      [
        'a byte of a content changed',
        `update essai.journal set contenu = replace(contenu, '2', '7') where numero = 1`,
        /acte 1 .*changé/,
      ],
      ['a reason added', `update essai.journal set motif = 'x' where numero = 3`, /acte 3 .*changé/],
      ['another key', `update essai.journal set cle = cle || 'x' where numero = 3`, /acte 3 .*changé/],
      ['another demand', `update essai.journal set demande = 'x' where numero = 3`, /acte 3 .*changé/],
      [
        'another origin',
        `update essai.journal set origine = 'DEMONSTRATION' where numero = 3`,
        /acte 3 .*changé/,
      ],
      [
        'an instant finer than any that is written',
        `update essai.journal set inscrit_le = inscrit_le + interval '1 microsecond' where numero = 3`,
        /acte 3 .*instant/,
      ],
      ['an act removed', `delete from essai.journal where numero = 4`, /acte 4 manque/],
      [
        'the last act removed',
        `delete from essai.journal where numero = (select max(numero) from essai.journal)`,
        /les derniers manquent|compte/,
      ],
      [
        'two acts exchanged',
        `update essai.journal set numero = case numero when 5 then 600006 else 600005 end where numero in (5, 6); update essai.journal set numero = numero - 600000 where numero > 600000`,
        /acte 5/,
      ],
      [
        'a digest and what it is made from',
        `update essai.journal set empreinte = repeat('0', 64) where numero = 2`,
        /acte 2/,
      ],
      [
        'a checkpoint',
        `update essai.journal_point set racine = repeat('0', 64) where taille = 1`,
        /point de contrôle 1 /,
      ],
      [
        'a signature',
        `update essai.journal_point set signature = (select signature from essai.journal_point where taille = 2) where taille = 1`,
        /signature du point de contrôle 1 /,
      ],
      [
        'what the next act is added to',
        `update essai.journal_point set sommets[1] = repeat('0', 64) where taille = 1`,
        /sommets du point de contrôle 1 /,
      ],
      [
        'a node of the tree',
        `update essai.journal_noeud set empreinte = repeat('0', 64) where hauteur = 1 and rang = 0`,
        /arbre gardé/,
      ],
      ['every act changed', `update essai.journal set motif = 'x' where true`, /acte 1 .*changé/],
    ])('tells %s', async (_what, text, told) => {
      await database.kysely
        .transaction()
        .execute(async (transaction) => {
          await sql`set local session_replication_role = replica`.execute(transaction);
          for (const one of text.split('; ')) await sql.raw(one).execute(transaction);
          const verdict = await verifyJournal({
            tables: tablesOf<JournalTables>(transaction, 'essai'),
            niveau: 'SANTE_QUEBEC',
            keys: keys.publics(),
          });
          expect(verdict.fautes[0]).toMatch(told);
          // The first are told, and the others counted.
          const least = text.endsWith('where true') ? verdict.actes : 1;
          expect(verdict.fautes.length + verdict.autresFautes).toBeGreaterThanOrEqual(least);
          expect(verdict.fautes.length).toBeLessThanOrEqual(20);
          throw new Error('undo');
        })
        .catch((error: unknown) => {
          if ((error as Error).message !== 'undo') throw error;
        });
      expect((await verify()).fautes).toEqual([]);
    });
  });

  describe('an act that may be withheld', () => {
    const note = (cle: string, de: number): Demande => ({
      ...demande(cle, { nom: 'note', de }),
      definition: noter,
    });
    const guesses = Array.from({ length: 1_000 }, (_, de) => ({ nom: 'note', de }));
    const reprise = { extensions: { code: 'CLE_REPRISE' } };

    it('is not found by trying what gives its digests; who reads it verifies it', async () => {
      const { numero } = await journal().write(note('n-1', 421));
      const [said] = await findActes(tables(), [numero]);
      const asked = (guess: Ajout) =>
        digestDemande({ nature: 'noter', etablissement: null, motif: null, asked: guess });
      const found = guesses.filter(
        (guess) =>
          digestText(toCanonicalJson(guess)) === said?.empreinte_contenu || asked(guess) === said?.demande,
      );
      expect(found).toEqual([]);
      const [held] = await findContenus(tables(), [numero]);
      expect(JSON.parse(held?.contenu ?? '')).toEqual({
        nom: 'note',
        de: 421,
        sel: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      });
      expect(digestText(held?.contenu ?? '')).toBe(said?.empreinte_contenu);
    });

    it('is known by its key and by what was asked, alone and among others', async () => {
      const first = await journal().write(note('n-2', 1));
      expect(first.contenu).toEqual({ nom: 'note', de: 1 });
      expect(await journal().recall(note('n-2', 1))).toEqual(first);
      const again = [note('n-2', 1), note('n-3', 2), note('n-3', 2)].map((one) => journal().write(one));
      const [same, second, twice] = await Promise.all(again);
      expect(same).toEqual(first);
      expect(twice).toEqual(second);
      await expect(journal().recall(note('n-2', 2))).rejects.toMatchObject(reprise);
      await expect(journal().write(note('n-2', 2))).rejects.toMatchObject(reprise);
      // Equal contents have nothing in common that is read by all.
      const other = await journal().write(note('n-4', 1));
      expect(other.demande).not.toBe(first.demande);
    });

    it('is still known, verified and played again, written before its digests were salted', async () => {
      const before = await journal().write({
        ...note('n-5', 3),
        definition: { ...ajouter, nature: 'noter' },
      });
      expect(before.sel).toBeUndefined();
      expect(await journal().recall(note('n-5', 3))).toEqual(before);
      expect(await journal().write(note('n-5', 3))).toEqual(before);
      await expect(journal().write(note('n-5', 4))).rejects.toMatchObject(reprise);
      expect((await verify()).fautes).toEqual([]);
      const settings = { demonstration: 'ABSENTE' } as const;
      expect((await replayJournal({ source: database.kysely, definition, settings })).fautes).toEqual([]);
    });
  });

  it('writes nothing after a checkpoint whose parts are not those of its root', async () => {
    const { taille, sommets } = (await findLastPoint(tables()))!;
    const setLast = (said: readonly string[]): Promise<unknown> =>
      database.kysely.transaction().execute(async (transaction) => {
        await sql`set local session_replication_role = replica`.execute(transaction);
        await sql`update essai.journal_point set sommets = ${[...said]}::text[] where taille = ${taille}`.execute(
          transaction,
        );
      });
    const next = demande('after', { nom: 'after', de: 1 });
    await setLast(sommets.map(() => digestText('autre')));
    await expect(journal().write(next)).rejects.toThrow('npm run journal -- verifier');
    await setLast(sommets);
    await journal().write(next);
    expect((await verify()).fautes).toEqual([]);
  });

  it('without its last act, nor anything that says of it, is told by whoever knew of it', async () => {
    const { numero } = await journal().write(demande('last', { nom: 'last', de: 1 }));
    const { racine } = (await findLastPoint(tables()))!;
    const removals = [
      `delete from essai.journal where numero = ${numero}`,
      `delete from essai.journal_point where taille = ${numero}`,
      `delete from essai.journal_noeud where ((rang + 1) << hauteur) = ${numero}`,
    ];
    await database.kysely
      .transaction()
      .execute(async (transaction) => {
        await sql`set local session_replication_role = replica`.execute(transaction);
        for (const one of removals) await sql.raw(one).execute(transaction);
        const fautesKnowing = async (...known: KnownPoint[]) =>
          (
            await verifyJournal({
              tables: tablesOf<JournalTables>(transaction, 'essai'),
              niveau: 'SANTE_QUEBEC',
              keys: keys.publics(),
              known,
            })
          ).fautes;
        expect(await fautesKnowing()).toEqual([]);
        expect(await fautesKnowing({ par: 'le témoin', taille: numero, racine })).toEqual([
          expect.stringContaining(`D’après le témoin, ce journal a compté ${numero} actes`),
        ]);
        expect(await fautesKnowing({ par: 'le témoin', taille: numero - 1, racine })).toEqual([
          expect.stringContaining('l’un d’eux a été changé'),
        ]);
        throw new Error('undo');
      })
      .catch((error: unknown) => {
        if ((error as Error).message !== 'undo') throw error;
      });
  });

  describe('a receipt', () => {
    const known = () => keys.publics();

    it('is checked with the public key alone', async () => {
      for (const index of [1, 2, 3]) {
        const acte = await journal().write(demande(`r-${index}`, { nom: 'r', de: 1 }));
        expect(verifyReceipt(await receiptOf(acte), known())).toEqual({ size: acte.numero, witnesses: [] });
      }
    });

    it('of an act written with others, read later, is made of their checkpoint', async () => {
      const written = await Promise.all(
        Array.from({ length: 7 }, (_, index) => journal().write(demande(`s-${index}`, { nom: 's', de: 1 }))),
      );
      for (const acte of written)
        expect(verifyReceipt(await receiptOf(acte), known())).toEqual({
          size: written.at(-1)!.numero,
          witnesses: [],
        });
    });

    it('with anything changed proves nothing', async () => {
      const right = await receiptOf(await journal().write(demande('t', { nom: 't', de: 1 })));
      const stranger = createEphemeralKeys();
      stranger.signerOf('SANTE_QUEBEC');
      const wrong: unknown[] = [
        { ...right, numero: right.numero - 1 },
        { ...right, empreinte: digestText('autre') },
        { ...right, racine: digestText('autre') },
        { ...right, preuve: right.preuve.slice(1) },
        { ...right, niveau: 'MSSS' },
        { ...right, signature: right.signature.replace(`\n${right.numero}\n`, `\n${right.numero + 1}\n`) },
        { ...right, signature: '' },
        null,
        'recu',
        { ...right, preuve: 'x' },
      ];
      for (const receipt of wrong) expect(verifyReceipt(receipt, known())).toHaveProperty('fault');
      expect(verifyReceipt(right, stranger.publics())).toHaveProperty('fault');
      expect(parsePublicKey(keys.signerOf('SANTE_QUEBEC').publicKey)).toBeDefined();
    });
  });

  describe('countersigning', () => {
    it('goes on where it was when a level starts again: nobody has to act for it', async () => {
      await journal().write(demande('restart', { nom: 'restart', de: 1 }));
      const size = await countActes();
      const asked: { query: string; point: string }[] = [];
      const graph = (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
        asked.push({ query, point: String(variables['point']) });
        return Promise.resolve({ reponse: { signature: null, taille: size, motif: 'seen' } });
      };
      await definition.open(database, { demonstration: 'ABSENTE' }, { keys, graph });
      const fields = () => new Set(asked.map(({ query }) => /contresignature\w+/.exec(query)?.[0]));
      await vi.waitFor(() => expect(fields().size).toBe(2), { timeout: 30_000 });
      expect([...fields()].sort()).toEqual(['contresignatureEtablissements', 'contresignatureMsss']);
      expect(asked[0]?.point).toContain(`palier/sante-quebec\n${size}\n`);
    });

    it('that stops is said once in the log, and so is that it goes on', async () => {
      await journal().write(demande('stop', { nom: 'stop', de: 1 }));
      const said: string[] = [];
      const stderr = vi
        .spyOn(process.stderr, 'write')
        .mockImplementation((line) => said.push(String(line)) > 0);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      const whileRetrying = (check: () => void) =>
        vi.waitFor(() => (vi.advanceTimersByTime(5_000), check()), { timeout: 30_000 });
      const saying = (what: string) => said.filter((line) => line.includes(what)).sort();
      try {
        let asked = 0;
        let isClosed = true;
        await definition.open(
          database,
          { demonstration: 'ABSENTE' },
          {
            keys,
            graph: (query, { point }) => {
              asked += 1;
              if (isClosed) return Promise.reject(new GraphClosed('Le jeton est expiré.'));
              const witness = query.includes('contresignatureMsss') ? 'MSSS' : 'ETABLISSEMENT';
              const signature = keys.signerOf(witness).sign(parseNote(String(point))?.text ?? '');
              return Promise.resolve({ reponse: { signature, taille: 0, motif: null } });
            },
          },
        );
        await whileRetrying(() => expect(asked).toBeGreaterThan(20));
        expect(saying('contresigné')).toEqual([
          expect.stringContaining(
            'n’est plus contresigné par le palier etablissements : Le jeton est expiré.',
          ),
          expect.stringContaining('n’est plus contresigné par le palier msss : Le jeton est expiré.'),
        ]);
        isClosed = false;
        await whileRetrying(() => expect(saying('est de nouveau contresigné')).toHaveLength(2));
      } finally {
        vi.useRealTimers();
        stderr.mockRestore();
      }
    });
  });
});

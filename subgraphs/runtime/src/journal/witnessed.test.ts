import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { AskGraph } from '../calls/ask-graph.ts';
import { type Database, openDatabase } from '../data/database.ts';
import { tablesOf } from '../data/tables-of.ts';
import { defineSubgraph, type Subgraph } from '../level/subgraph.ts';
import { verifyLevelJournal } from '../level/verify-level-journal.ts';
import type { ActeDefinition } from './acte.ts';
import { createEphemeralKeys, type JournalKeys } from './journal-keys.ts';
import type { JournalTables } from './journal-tables.ts';
import { JOURNAL_ORIGINS, writeCheckpoint } from './checkpoint.ts';
import { findLastPoint } from './journal.queries.ts';
import { writeNote } from './signed-note.ts';
import { type Attestation, attestFor } from './witness.ts';

const dire: ActeDefinition<{ readonly nom: string }, { fait: { nom: string } }> = {
  nature: 'dire',
  version: 1,
  contenu: z.strictObject({ nom: z.string() }),
  check: () => Promise.resolve(),
  apply: async (database, { contenu }) => {
    await database.insertInto('fait').values({ nom: contenu.nom }).execute();
  },
};

/** Two levels reduced to what countersigning needs, in one base. */
const define = (name: string, niveau: 'MSSS' | 'SANTE_QUEBEC') =>
  defineSubgraph({
    name,
    niveau,
    migrations: {
      '001-fait': {
        up: async ({ schema }) => {
          await schema
            .createTable('fait')
            .addColumn('nom', 'text', (column) => column.primaryKey())
            .execute();
        },
      },
    },
    load: () => Promise.resolve(),
    entities: { essai: { actes: [dire] } },
  });
const msss = define('msss', 'MSSS');
const santeQuebec = define('sante-quebec', 'SANTE_QUEBEC');

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ kind: 'memory' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await sql`drop schema msss, sante_quebec cascade`.execute(database.kysely);
});
afterAll(() => database.close());

/** Santé Québec, countersigned by the ministry where it reaches it. */
async function open(keys: JournalKeys, reaches = true): Promise<Subgraph> {
  const witness = await msss.open(database, { demonstration: 'ABSENTE' }, { keys });
  const graph: AskGraph = async (query, asked) => {
    if (!query.includes('contresignatureMsss')) throw new Error('away');
    const attested = await attestFor(witness.createContext().journal, asked as unknown as Attestation);
    return { reponse: { motif: null, ...attested } };
  };
  const surroundings = { keys, ...(reaches && { graph }) };
  return santeQuebec.open(database, { demonstration: 'ABSENTE' }, surroundings);
}

const act = (level: Subgraph, nom: string) =>
  level.createContext().journal.write({
    definition: dire,
    acteur: { sub: 'marie', palier: 'SANTE_QUEBEC', etablissement: null },
    cle: nom,
    motif: null,
    asked: { nom },
    contenu: { nom },
  });

/** Waits until the last act is countersigned. */
const countersigned = () =>
  vi.waitFor(
    async () => {
      const last = await findLastPoint(tablesOf<JournalTables>(database.kysely, 'sante_quebec'));
      expect(last?.contresignatures).toMatchObject([{ temoin: 'palier/msss' }]);
      return last?.taille;
    },
    { timeout: 60_000, interval: 50 },
  );

it('keys that replace those of before are said, and what those signed is still recognized', async () => {
  const before = createEphemeralKeys();
  const level = await open(before);
  await act(level, 'avant');
  await countersigned();
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const after = createEphemeralKeys();
  await open(after);
  await open(after);
  for (const niveau of ['MSSS', 'SANTE_QUEBEC'] as const) {
    const keys = [before, after].map((one) => one.signerOf(niveau).publicKey);
    expect(said.filter((line) => keys.every((key) => line.includes(key)))).toHaveLength(1);
  }
  const { fautes, keptKeys } = await verifyLevelJournal(database.kysely, santeQuebec, after.publics());
  expect(fautes).toEqual([]);
  expect([...keptKeys].sort()).toEqual([
    before.signerOf('MSSS').publicKey,
    before.signerOf('SANTE_QUEBEC').publicKey,
  ]);
});

it('who asks in vain, or again, takes no turn of the witness', async () => {
  const keys = createEphemeralKeys();
  await act(await open(keys), 'vu');
  await countersigned();
  const { journal } = (await msss.open(database, { demonstration: 'ABSENTE' }, { keys })).createContext();
  const transactions = vi.spyOn(journal.database, 'transaction');
  const last = (await findLastPoint(tablesOf<JournalTables>(database.kysely, 'sante_quebec')))!;
  const text = writeCheckpoint({
    origin: JOURNAL_ORIGINS.SANTE_QUEBEC,
    size: last.taille,
    root: last.racine,
  });
  const signedBy = (one: JournalKeys): string => writeNote(text, [one.signerOf('SANTE_QUEBEC').sign(text)]);
  for (const [point, motif] of [
    ['x', /pas le point de contrôle/],
    [signedBy(createEphemeralKeys()), /pas reconnue/],
    [signedBy(keys), /ne part pas/],
  ] as const)
    expect(await attestFor(journal, { point, depuis: 0, preuve: [] })).toEqual({
      signature: null,
      taille: expect.any(Number) as number,
      motif: expect.stringMatching(motif) as string,
    });
  // What it saw already, it signs again.
  expect(await attestFor(journal, { point: signedBy(keys), depuis: last.taille, preuve: [] })).toMatchObject({
    signature: expect.any(String) as string,
    taille: last.taille,
  });
  expect(transactions).not.toHaveBeenCalled();
});

it('what another program wrote, whose graph is closed, is countersigned as well', async () => {
  const keys = createEphemeralKeys();
  await act(await open(keys), 'ici');
  expect(await countersigned()).toBe(1);
  await act(await santeQuebec.open(database, { demonstration: 'ABSENTE' }, { keys }), 'ailleurs');
  expect(await countersigned()).toBe(2);
});

it('what a former key signed is countersigned as well', async () => {
  await act(await open(createEphemeralKeys(), false), 'avant');
  const keys = createEphemeralKeys();
  await open(keys);
  expect(await countersigned()).toBe(1);
  const { fautes } = await verifyLevelJournal(database.kysely, santeQuebec, keys.publics());
  expect(fautes).toEqual([]);
});

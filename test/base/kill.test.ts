import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { replayJournal } from '@palier/runtime/level/replay-journal';
import { santeQuebec } from '@palier/sante-quebec';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findServerPrograms, NO_SERVER, openOwnServer, openOwnDatabase, query } from '../postgres.ts';
import { kill, type Program, ROOT, startNode, until } from '../program.ts';

/**
 * What was acknowledged is on the disk: programs that act are killed at any instant, and the server under them, and the next one
 * finds each act that was told, whole, once, and nothing of those that were not.
 */
const PROGRAM = 'gateway/start/dist/test/base/write-acts.js';
const LONGEST = 1_200_000;
const folder = mkdtempSync(join(tmpdir(), 'palier-tue-'));
beforeAll(() => {
  execFileSync(process.execPath, ['gateway/start/build.mjs', 'test/base/write-acts.ts'], { cwd: ROOT });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly auteur: string;
  readonly count: number;
  readonly cle: string;
  readonly numero: number;
  readonly empreinte: string;
}

interface Found {
  readonly actes: readonly Told[];
  readonly halves: readonly object[];
  readonly fautes: readonly string[];
  readonly taille: number;
}

/** All that was acknowledged, to whoever it was, by its name. */
type Acknowledged = Map<string, Told>;

const nameOf = ({ auteur, cle }: Pick<Told, 'auteur' | 'cle'>): string => `${auteur} ${cle}`;

interface Place {
  readonly location: DatabaseLocation;
  readonly keys: string;
  /** Authors of each program; the first is always one of them, the others write the same journal at one round in five. */
  readonly programs: readonly (readonly string[])[];
  readonly kills: number;
  /** What else is killed, at these rounds. */
  readonly crash?: (() => Promise<void>) | undefined;
}

async function killAgainAndAgain(place: Place): Promise<void> {
  const acknowledged: Acknowledged = new Map();
  for (let round = 1; round <= place.kills; round += 1) {
    const isWide = round % 5 === 0;
    const programs = place.programs
      .slice(0, isWide ? undefined : 1)
      .map((authors) => start(place, authors, acknowledged));
    await Promise.all(programs.map((program) => until(program, () => listLines(program).length > 1)));
    // Any instant: between two acts, in the middle of a group, of a commit, of an answer.
    await sleep(Math.random() * 60);
    if (place.crash !== undefined && isWide) await place.crash();
    await Promise.all(programs.map(kill));
    for (const program of programs) checkFound(readFound(program), acknowledged);
    for (const program of programs) learn(program, acknowledged);
  }
  await checkEnd(place, acknowledged);
}

function start({ location, keys }: Place, authors: readonly string[], acknowledged: Acknowledged): Program {
  const begins = Object.fromEntries(
    authors.map((auteur) => {
      const counts = [...acknowledged.values()].filter((told) => told.auteur === auteur);
      return [auteur, Math.max(0, ...counts.map(({ count }) => count))];
    }),
  );
  return startNode([PROGRAM], { args: [JSON.stringify(location), keys, JSON.stringify(begins)] });
}

/** What it was saying when it died may be half a line. */
function listLines(program: Program): string[] {
  return program.wrote().split('\n').slice(0, -1);
}

const readFound = (program: Program): Found => JSON.parse(listLines(program)[0] ?? '{}') as Found;

function learn(program: Program, acknowledged: Acknowledged): void {
  const found = readFound(program);
  for (const line of listLines(program).slice(1)) {
    const told = JSON.parse(line) as Told;
    // Asked again, the same answer: whoever was told before, and whoever acted without being told.
    const before =
      acknowledged.get(nameOf(told)) ?? found.actes.find((acte) => nameOf(acte) === nameOf(told));
    if (before !== undefined)
      expect([told.numero, told.empreinte]).toEqual([before.numero, before.empreinte]);
    acknowledged.set(nameOf(told), told);
  }
}

/** What a program found is held against all that those before it were told. */
function checkFound({ actes, halves, fautes }: Found, acknowledged: Acknowledged): void {
  const byName = new Map(actes.map((acte) => [nameOf(acte), acte]));
  expect(byName.size).toBe(actes.length);
  expect(actes.map(({ numero }) => numero)).toEqual(actes.map((_, index) => index + 1));
  for (const told of acknowledged.values())
    expect(byName.get(nameOf(told)), `${nameOf(told)} was acknowledged`).toMatchObject({
      numero: told.numero,
      empreinte: told.empreinte,
    });
  expect(halves).toEqual([]);
  expect(fautes).toEqual([]);
}

async function checkEnd({ location, programs }: Place, acknowledged: Acknowledged): Promise<void> {
  const authors = programs.flat();
  const told = new Set([...acknowledged.values()].map(({ auteur }) => auteur));
  for (const program of programs) expect(program.some((auteur) => told.has(auteur))).toBe(true);
  const database = await openDatabase(location);
  try {
    const replayed = await replayJournal({
      source: database.kysely,
      definition: santeQuebec,
      settings: { demonstration: 'ABSENTE' },
    });
    expect(replayed.fautes).toEqual([]);
    // At most one act a writer and a round was written without being told, and it was told at the next.
    expect(replayed.actes).toBeGreaterThanOrEqual(acknowledged.size);
    expect(replayed.actes).toBeLessThanOrEqual(acknowledged.size + authors.length);
  } finally {
    await database.close();
  }
}

const binaries = findServerPrograms();
const server = binaries === undefined ? undefined : await openOwnServer(binaries);
const own = server === undefined ? await openOwnDatabase() : undefined;
afterAll(async () => {
  await server?.close();
  await own?.close();
});

const isOnServer = server !== undefined || own !== undefined;
if (!isOnServer) it.skip(`loses nothing on PostgreSQL, killed fifty times: ${NO_SERVER}`);

async function killOnServer(): Promise<void> {
  if (server !== undefined) await query(server.urlOf('postgres'), 'create database tue');
  const location = { kind: 'server', url: server?.urlOf('tue') ?? own?.url ?? '' } as const;
  const prepared = await openDatabase(location);
  await santeQuebec.prepare(prepared.kysely, { demonstration: 'ABSENTE' });
  await prepared.close();
  await killAgainAndAgain({
    location,
    keys: join(folder, 'cles-serveur'),
    programs: [
      ['a-1', 'a-2', 'a-3'],
      ['b-1', 'b-2', 'b-3'],
    ],
    kills: 50,
    crash: server && (() => server.crash()),
  });
}

const killEmbedded = (): Promise<void> =>
  killAgainAndAgain({
    location: { kind: 'folder', folder: join(folder, 'embarquee') },
    keys: join(folder, 'cles'),
    programs: [['a-1', 'a-2', 'a-3', 'a-4']],
    kills: 20,
  });

// At once: the one works while the other waits for its disk.
it(
  `loses nothing, killed twenty times embedded${isOnServer ? ', fifty on PostgreSQL' : ''}${server ? ', and the server ten' : ''}`,
  async () => {
    await Promise.all([killEmbedded(), isOnServer ? killOnServer() : undefined]);
  },
  LONGEST,
);

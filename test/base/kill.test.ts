import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { etablissements } from '@palier/etablissements';
import { type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { replayJournal } from '@palier/runtime/level/replay-journal';
import { santeQuebec } from '@palier/sante-quebec';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findServerPrograms, NO_SERVER, openOwnServer, openOwnDatabase, query } from '../postgres.ts';
import { kill, type Program, ROOT, startNode, until } from '../program.ts';
import type { Order } from './write-acts.ts';

/**
 * What was acknowledged is on the disk: programs that act in two levels, in several ways, are killed at any instant, and the server under
 * them, and the next one finds each act that was told, whole, once, and nothing of those that were not.
 */
const PROGRAM = 'gateway/start/dist/test/base/write-acts.js';
const LONGEST = 1_200_000;
/** How often programs are killed: on a server, one time in five with it, and embedded. */
const KILLS = { server: 50, embedded: 20 };
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

/** What is in one level. */
interface Found {
  readonly level: string;
  readonly actes: readonly (Told & { readonly nature: string })[];
  readonly halves: readonly object[];
  readonly fautes: readonly string[];
}

const LEVELS = [santeQuebec, etablissements];
const SETTINGS = { demonstration: 'ABSENTE' } as const;
/** What is done is drawn by it. */
const seed = Math.floor(Math.random() * 2 ** 32);

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
    const order = { location: place.location, keys: place.keys, seed, isPrepared: round > 1 && !isWide };
    const programs = place.programs
      .slice(0, isWide ? undefined : 1)
      .map((authors) => start({ ...order, begins: listBegins(authors, acknowledged) }));
    // Each of its writers has told what it was told before, and acted.
    await Promise.all(
      programs.map((program, rank) => {
        const most = 2 * place.programs[rank]!.length;
        return until(program, () => listLines(program).length > most);
      }),
    );
    // Any instant: between two acts, in the middle of a group, of a commit, of an answer.
    await sleep(Math.random() * 60);
    if (place.crash !== undefined && isWide) await place.crash();
    await Promise.all(programs.map(kill));
    for (const program of programs) checkFound(readFound(program), acknowledged);
    for (const program of programs) learn(program, acknowledged);
    if (round === place.kills / 2) await replay(place.location);
  }
  await checkEnd(place, acknowledged);
}

const listBegins = (authors: readonly string[], acknowledged: Acknowledged): Order['begins'] =>
  Object.fromEntries(
    authors.map((auteur) => {
      const counts = [...acknowledged.values()].filter((told) => told.auteur === auteur);
      return [auteur, Math.max(0, ...counts.map(({ count }) => count))];
    }),
  );

const start = (order: Order): Program => startNode([PROGRAM], { args: [JSON.stringify(order)] });

/** What it was saying when it died may be half a line. */
function listLines(program: Program): string[] {
  return program.wrote().split('\n').slice(0, -1);
}

const readFound = (program: Program): Found[] => JSON.parse(listLines(program)[0] ?? '[]') as Found[];

function learn(program: Program, acknowledged: Acknowledged): void {
  const found = readFound(program).flatMap(({ actes }) => actes);
  for (const line of listLines(program).slice(1)) {
    const told = JSON.parse(line) as Told;
    // Asked again, the same answer: whoever was told before, and whoever acted without being told.
    const before = acknowledged.get(nameOf(told)) ?? found.find((acte) => nameOf(acte) === nameOf(told));
    if (before !== undefined)
      expect([told.numero, told.empreinte]).toEqual([before.numero, before.empreinte]);
    acknowledged.set(nameOf(told), told);
  }
}

/** What a program found is held against all that those before it were told. */
function checkFound(found: readonly Found[], acknowledged: Acknowledged): void {
  expect(found.map(({ level }) => level)).toEqual(LEVELS.map(({ level }) => level));
  const all = found.flatMap(({ actes }) => actes);
  const byName = new Map(all.map((acte) => [nameOf(acte), acte]));
  expect(byName.size).toBe(all.length);
  // One assertion: each is looked for again at each round.
  const lost = [...acknowledged.values()].filter((told) => {
    const one = byName.get(nameOf(told));
    return one?.numero !== told.numero || one.empreinte !== told.empreinte;
  });
  expect(lost, `was acknowledged, of ${seed}`).toEqual([]);
  for (const { actes, halves, fautes } of found) {
    expect(actes.map(({ numero }) => numero)).toEqual(actes.map((_, index) => index + 1));
    expect(halves).toEqual([]);
    expect(fautes).toEqual([]);
  }
}

interface Replayed {
  readonly actes: number;
  /** How many kinds of acts there are. */
  readonly natures: number;
}

/** Nobody acts: what the tables of each level hold is what the acts of its journal make. */
async function replay(location: DatabaseLocation): Promise<Replayed[]> {
  const { kysely, close } = await openDatabase(location);
  try {
    const all: Replayed[] = [];
    for (const definition of LEVELS) {
      const { level } = definition;
      const { actes, fautes } = await replayJournal({ source: kysely, definition, settings: SETTINGS });
      expect(fautes, `${level}, of ${seed}`).toEqual([]);
      const { rows } = await sql`select distinct nature from ${sql.table(`${level}.journal`)}`.execute(
        kysely,
      );
      all.push({ actes, natures: rows.length });
    }
    return all;
  } finally {
    await close();
  }
}

async function checkEnd({ location, programs }: Place, acknowledged: Acknowledged): Promise<void> {
  const authors = programs.flat();
  const told = new Set([...acknowledged.values()].map(({ auteur }) => auteur));
  for (const program of programs) expect(program.some((auteur) => told.has(auteur))).toBe(true);
  const replayed = await replay(location);
  for (const { natures } of replayed) expect(natures).toBeGreaterThan(1);
  const actes = replayed.reduce((sum, level) => sum + level.actes, 0);
  // At most one act a writer and a round was written without being told, and it was told at the next.
  expect(actes).toBeGreaterThanOrEqual(acknowledged.size);
  expect(actes).toBeLessThanOrEqual(acknowledged.size + authors.length);
}

const binaries = findServerPrograms();
const server = binaries === undefined ? undefined : await openOwnServer(binaries);
const own = server === undefined ? await openOwnDatabase() : undefined;
afterAll(async () => {
  await server?.close();
  await own?.close();
});

const isOnServer = server !== undefined || own !== undefined;
if (!isOnServer) it.skip(`loses nothing on PostgreSQL, killed ${KILLS.server} times: ${NO_SERVER}`);

async function killOnServer(): Promise<void> {
  if (server !== undefined) await query(server.urlOf('postgres'), 'create database tue');
  const location = { kind: 'server', url: server?.urlOf('tue') ?? own?.url ?? '' } as const;
  const prepared = await openDatabase(location);
  for (const level of LEVELS) await level.prepare(prepared.kysely, SETTINGS);
  await prepared.close();
  await killAgainAndAgain({
    location,
    keys: join(folder, 'cles-serveur'),
    programs: [
      ['s-1', 'e-1', 'e-2'],
      ['s-2', 's-3', 'e-3'],
    ],
    kills: KILLS.server,
    crash: server && (() => server.crash()),
  });
}

const killEmbedded = (): Promise<void> =>
  killAgainAndAgain({
    location: { kind: 'folder', folder: join(folder, 'embarquee') },
    keys: join(folder, 'cles'),
    programs: [['s-1', 's-2', 'e-1', 'e-2']],
    kills: KILLS.embedded,
  });

// At once: the one works while the other waits for its disk.
it(
  `loses nothing, killed ${KILLS.embedded} times embedded${isOnServer ? `, ${KILLS.server} on PostgreSQL` : ''}${server ? `, and the server ${KILLS.server / 5}` : ''}`,
  async () => {
    await Promise.all([killEmbedded(), isOnServer ? killOnServer() : undefined]);
  },
  LONGEST,
);

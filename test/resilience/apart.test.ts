import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEVELS } from '@palier/start/levels';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reservePorts } from '../ports.ts';
import { ask, endWith, isHealthy, type Program, startProgram, until } from '../program.ts';
import { addressesIn, REFUSE_OUTSIDE } from '../security/outside.ts';
import { THREE_LEVELS, type ThreeLevels } from './three-levels.ts';

const SERVER = process.env['DATABASE_URL'] || undefined;
const NAME = `palier_proc_${randomBytes(6).toString('hex')}`;

let folder: string;
let data: Readonly<Record<string, string>>;
let port: number;
let url: string;
beforeAll(async () => {
  port = await reservePorts();
  url = `http://127.0.0.1:${port}`;
  folder = mkdtempSync(join(tmpdir(), 'palier-apart-'));
  if (SERVER !== undefined) await onServer(SERVER, `create database ${NAME}`);
  data = SERVER === undefined ? { PALIER_DOSSIER: folder } : { DATABASE_URL: urlOf(SERVER) };
});
afterAll(async () => {
  if (SERVER !== undefined) await onServer(SERVER, `drop database if exists ${NAME} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function urlOf(server: string): string {
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  return url.href;
}

async function consolidate(...args: string[]): Promise<{ readonly exit: unknown; readonly said: string }> {
  const program = startProgram('subgraphs/sante-quebec/src/consolidate.ts', {
    env: { ...data, PALIER_GRAPHE: `${url}/graphql` },
    args,
  });
  return { exit: await program.ended, said: program.said().trimEnd() };
}

/** The processes this one started, by the program each runs. */
function childrenOf({ child }: Program): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = read(`/proc/${entry}/stat`).split(') ')[1]?.split(' ')[1];
    const program = /(\w[\w-]*)\/(?:src\/main|start\/gateway)\.ts/.exec(read(`/proc/${entry}/cmdline`))?.[1];
    if (Number(parent) === child.pid && program !== undefined) found.set(program, Number(entry));
  }
  return found;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const isAlive = (pid: number): boolean => {
  const state = read(`/proc/${pid}/stat`).split(') ')[1]?.[0];
  return state !== undefined && state !== 'Z';
};

const startApart = (record: string): Program =>
  startProgram('gateway/start/apart.ts', {
    env: { PORT: String(port), ...data, OUTSIDE_RECORD: record },
    preload: [REFUSE_OUTSIDE],
  });

it('runs the gateway and each level in a process of its own, and ends them all when one dies', async () => {
  const record = join(folder, 'naissance-dehors');
  const house = startApart(record);
  await until(house, () => isHealthy(url));
  const children = childrenOf(house);
  expect([...children.keys()].sort()).toEqual(['gateway', ...LEVELS.map(({ name }) => name)].sort());

  if (SERVER === undefined) {
    await until(house, () => house.said().includes('La campagne 2025-2026 est consolidée'));
    const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
    expect(territoireClsc.bilan?.conformes).toBeGreaterThan(0);
    expect(territoireClsc.mesures.nodes[0]?.verdict.etat).toBeTruthy();
    const { exit, said } = await consolidate();
    expect(exit).toBe(1);
    expect(said).toContain(`est déjà ouvert par le processus ${children.get('sante-quebec')}`);
  } else {
    const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
    expect(territoireClsc).toMatchObject({ nom: 'Pierrefonds', bilan: null, mesures: { nodes: [] } });
    expect(territoireClsc.etablissement).not.toBeNull();
    const [current, unknown] = await Promise.all([consolidate(), consolidate('2031-2032')]);
    expect(current).toEqual({ exit: 0, said: 'Aucune campagne en cours : il n’y a rien à consolider.' });
    expect(unknown).toEqual({ exit: 1, said: 'La campagne « 2031-2032 » n’existe pas.' });
  }

  expect(addressesIn(record)).toEqual([]);
  process.kill(children.get('etablissements') ?? 0, 'SIGKILL');
  expect(await house.ended).toBe(1);
  expect(house.said()).toContain('etablissements/src/main.ts s’est arrêté');
  expect([...children.values()].filter(isAlive)).toEqual([]);
});

it('contacts nothing outside, from its start to its end', async () => {
  const record = join(folder, 'dehors');
  const house = startApart(record);
  await until(house, () => isHealthy(url));
  const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
  expect(territoireClsc.etablissement).not.toBeNull();
  // What the planner's thread does: plans, long texts, questions about the schema.
  await ask(url, `#${'.'.repeat(2_000)}\n{ __schema { queryType { name } } servicesSociaux { code } }`);
  await expect(ask(url, `#${'.'.repeat(2_000)}\n{ inconnu }`)).rejects.toThrow();
  expect(await endWith(house, 'SIGTERM')).toBe(0);
  expect(addressesIn(record)).toEqual([]);
});

it.each([
  ['as soon as it has started them', () => true],
  ['while they open', (said: string) => said.includes('msss répond')],
])('leaves no process behind when it is killed itself %s', async (_, isTime) => {
  const house = startProgram('gateway/start/apart.ts', { env: { PORT: String(port), ...data } });
  await until(house, () => childrenOf(house).size >= LEVELS.length && isTime(house.said()));
  const pids = [...childrenOf(house).values()];
  house.child.kill('SIGKILL');
  await house.ended;
  // As long as the test may last.
  while (pids.some(isAlive)) await sleep(20);
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, isHealthy, killStarted, type Program, startProgram, until } from './program.ts';
import { THREE_LEVELS, type ThreeLevels } from './three-levels.ts';

const PORT = 4430;
const GRAPH = `http://127.0.0.1:${PORT}/graphql`;
const SERVER = process.env['DATABASE_URL'] || undefined;
const NAME = `palier_proc_${randomBytes(6).toString('hex')}`;

let folder: string;
let data: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-apart-'));
  if (SERVER !== undefined) await onServer(SERVER, `create database ${NAME}`);
  data = SERVER === undefined ? { PALIER_DOSSIER: folder } : { DATABASE_URL: urlOf(SERVER) };
});
afterAll(async () => {
  killStarted();
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
    env: { ...data, PALIER_GRAPHE: GRAPH },
    args,
  });
  return { exit: await program.ended, said: program.said().trimEnd() };
}

/** The processes this one started, by the program each runs. */
function childrenOf({ child }: Program): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = read(`/proc/${entry}/stat`).split(') ')[1]?.split(' ')[1];
    const program = /(\w[\w-]*)\/src\/main\.ts/.exec(read(`/proc/${entry}/cmdline`))?.[1];
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

it(
  'runs the gateway and each level in a process of its own, and ends them all when one dies',
  { timeout: 240_000 },
  async () => {
    const house = startProgram('gateway/start/apart.ts', { env: { PORT: String(PORT), ...data } });
    await until(house, () => isHealthy(PORT));
    const children = childrenOf(house);
    expect([...children.keys()].sort()).toEqual(['etablissements', 'gateway', 'msss', 'sante-quebec']);

    if (SERVER === undefined) {
      await until(house, () => house.said().includes('La campagne 2025-2026 est consolidée'));
      const { territoireClsc } = await ask<ThreeLevels>(PORT, THREE_LEVELS);
      expect(territoireClsc.bilan?.conformes).toBeGreaterThan(0);
      expect(territoireClsc.mesures.nodes[0]?.verdict.etat).toBeTruthy();
      const { exit, said } = await consolidate();
      expect(exit).toBe(1);
      expect(said).toContain(`est déjà ouvert par le processus ${children.get('sante-quebec')}`);
    } else {
      const { territoireClsc } = await ask<ThreeLevels>(PORT, THREE_LEVELS);
      expect(territoireClsc).toMatchObject({ nom: 'Pierrefonds', bilan: null, mesures: { nodes: [] } });
      expect(territoireClsc.etablissement).not.toBeNull();
      const [current, unknown] = await Promise.all([consolidate(), consolidate('2031-2032')]);
      expect(current).toEqual({ exit: 0, said: 'Aucune campagne en cours : il n’y a rien à consolider.' });
      expect(unknown).toEqual({ exit: 1, said: 'La campagne « 2031-2032 » n’existe pas.' });
    }

    process.kill(children.get('etablissements') ?? 0, 'SIGKILL');
    expect(await house.ended).toBe(1);
    expect(house.said()).toContain('etablissements/src/main.ts s’est arrêté');
    expect([...children.values()].filter(isAlive)).toEqual([]);
  },
);

it('leaves no process behind when it is killed itself', { timeout: 240_000 }, async () => {
  const house = startProgram('gateway/start/apart.ts', { env: { PORT: String(PORT), ...data } });
  await until(house, () => childrenOf(house).size === 3);
  const pids = [...childrenOf(house).values()];
  await until(house, () => house.said().includes('msss répond'));
  house.child.kill('SIGKILL');
  await house.ended;
  await expect.poll(() => pids.filter(isAlive), { timeout: 60_000 }).toEqual([]);
});

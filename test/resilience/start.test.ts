import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, ask, endWith, isHealthy, killStarted, startProgram, until } from './program.ts';
import { THREE_LEVELS, type ThreeLevels } from './three-levels.ts';

const ALL_IN_ONE = 'gateway/start/all-in-one.ts';
const PORT = 4420;
const OTHER_PORT = 4421;
const SPARE_PORT = 4422;

let folder: string;
let other: string;
beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'palier-start-'));
  folder = join(root, 'un/deux');
  other = join(root, 'autre');
});
afterAll(() => {
  killStarted();
  rmSync(join(other, '..'), { recursive: true, force: true });
});

function start(port: number, dossier: string, env: Readonly<Record<string, string>> = {}): Program {
  return startProgram(ALL_IN_ONE, { env: { PORT: String(port), PALIER_DOSSIER: dossier, ...env } });
}

/** The lines said by a start that is expected to fail. */
async function faultsOf(program: Program): Promise<readonly string[]> {
  expect(await program.ended).toBe(1);
  return program.said().trimEnd().split('\n');
}

describe('the life of a data folder', { timeout: 240_000 }, () => {
  it('survives a first start that is killed, serves two folders side by side, and keeps what it holds', async () => {
    const killed = start(PORT, folder);
    await until(killed, () => existsSync(join(folder, 'postgres/PG_VERSION')));
    expect((await endWith(killed, 'SIGKILL')).exit).toBe('SIGKILL');
    expect(existsSync(join(folder, 'verrou'))).toBe(true);

    const first = start(PORT, folder);
    const beside = start(OTHER_PORT, other);
    await until(first, () => isHealthy(PORT));
    await until(beside, () => isHealthy(OTHER_PORT));
    for (const port of [PORT, OTHER_PORT]) {
      const { territoireClsc } = await ask<ThreeLevels>(port, THREE_LEVELS);
      expect(territoireClsc.etablissement).not.toBeNull();
      expect(territoireClsc.mesures.nodes).toHaveLength(1);
    }

    expect(await faultsOf(start(SPARE_PORT, folder))).toEqual([
      `Le dossier de données ${folder} est déjà ouvert par le processus ${first.child.pid}. Arrêtez-le, ou choisissez un autre dossier avec PALIER_DOSSIER.`,
    ]);
    for (const [program, signal] of [
      [first, 'SIGTERM'],
      [beside, 'SIGINT'],
    ] as const) {
      const { exit, afterMs } = await endWith(program, signal);
      expect(exit).toBe(0);
      expect(afterMs).toBeLessThan(3_000);
      expect(program.said()).not.toContain('"level":"error"');
    }
    expect(existsSync(join(folder, 'verrou'))).toBe(false);

    const without = start(PORT, folder, { PALIER_DEMO: '0' });
    await until(without, () => isHealthy(PORT));
    const { territoireClsc } = await ask<ThreeLevels>(PORT, THREE_LEVELS);
    expect(territoireClsc).toMatchObject({ nom: 'Pierrefonds', bilan: null, mesures: { nodes: [] } });
    expect(territoireClsc.mesures.absence?.motif).toBeTruthy();
    expect((await endWith(without, 'SIGTERM')).exit).toBe(0);
  });
});

describe('a start that cannot succeed', { timeout: 120_000 }, () => {
  it('says in one line that its port is taken, before it opens any data', async () => {
    const holder = createServer().listen(SPARE_PORT, '127.0.0.1');
    const untouched = join(other, 'intact');
    const faults = await faultsOf(start(SPARE_PORT, untouched));
    holder.close();
    expect(faults).toEqual([
      `Le port ${SPARE_PORT} est déjà pris sur 127.0.0.1 : arrêtez l’autre programme ou donnez un autre PORT.`,
    ]);
    expect(existsSync(untouched)).toBe(false);
  });

  it('reports all the variables that are wrong at once, without showing an address', async () => {
    const faults = await faultsOf(
      start(SPARE_PORT, other, {
        PORT: '70000',
        DATABASE_URL: 'mysql://quelqu-un:secret@hote/base',
        PALIER_DEMO: 'oui',
        PALIER_LOG_LEVEL: 'fort',
        PALIER_SUBGRAPHS: 'msss',
      }),
    );
    expect(faults.map((line) => line.split(/ (vaut|contient|n’est)/)[0])).toEqual([
      'PORT',
      'PALIER_SUBGRAPHS',
      'PALIER_LOG_LEVEL',
      'DATABASE_URL',
      'PALIER_DEMO',
    ]);
    expect(faults.join()).not.toContain('secret');
  });

  it('refuses made-up data beside a server, and a server that does not answer', async () => {
    const server = { DATABASE_URL: 'postgres://quelqu-un:secret@127.0.0.1:4449/base' };
    const [beside, unreachable] = await Promise.all([
      faultsOf(start(SPARE_PORT, other, { ...server, PALIER_DEMO: '1' })),
      faultsOf(start(SPARE_PORT, other, server)),
    ]);
    expect(beside).toEqual([
      'PALIER_DEMO=1 est refusé avec DATABASE_URL : les données fictives ne côtoient jamais de vraies données.',
    ]);
    expect(unreachable).toEqual([
      'La base de données ne s’ouvre pas : rien n’écoute à cette adresse. Vérifiez DATABASE_URL.',
    ]);
  });

  it('leaves no folder open when the gateway cannot start', async () => {
    const absent = join(other, 'absent');
    const opened = join(other, 'ouvert');
    expect(await faultsOf(start(SPARE_PORT, opened, { PALIER_OPERATIONS: absent }))).toEqual([
      `Le dossier des opérations « ${absent} » ne peut être lu.`,
    ]);
    expect(existsSync(join(opened, 'postgres/PG_VERSION'))).toBe(true);
    expect(existsSync(join(opened, 'verrou'))).toBe(false);
  });

  it('refuses a folder it cannot make, and one whose files are spoilt, which it leaves as they are', async () => {
    const file = join(tmpdir(), `palier-fichier-${process.pid}`);
    const spoilt = join(other, 'abime');
    writeFileSync(file, '');
    mkdirSync(join(spoilt, 'postgres'), { recursive: true });
    writeFileSync(join(spoilt, 'complet'), '');
    writeFileSync(join(spoilt, 'postgres/PG_VERSION'), '9.6');
    const [impossible, unreadable] = await Promise.all([
      faultsOf(start(SPARE_PORT, join(file, 'dossier'))),
      faultsOf(start(OTHER_PORT, spoilt)),
    ]);
    rmSync(file);
    expect(impossible).toHaveLength(1);
    expect(impossible[0]).toMatch(/ne peut pas être créé ou écrit \(ENOTDIR\).*PALIER_DOSSIER/);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]).toMatch(/ne s’ouvre pas .* Rien n’y a été effacé/);
    expect(readFileSync(join(spoilt, 'postgres/PG_VERSION'), 'utf8')).toBe('9.6');
    expect(existsSync(join(spoilt, 'verrou'))).toBe(false);
  });
});

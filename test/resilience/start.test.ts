import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '@palier/runtime/folder-lock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservePorts } from '../ports.ts';
import { type Program, ask, endWith, startProgram, until, untilReady } from '../program.ts';
import { THREE_LEVELS, type ThreeLevels } from './three-levels.ts';

const ALL_IN_ONE = 'gateway/start/all-in-one.ts';

let folder: string;
let other: string;
beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), 'palier-start-'));
  folder = join(root, 'un/deux');
  other = join(root, 'autre');
});
afterAll(() => {
  rmSync(join(other, '..'), { recursive: true, force: true });
});

function start(dossier: string, env: Readonly<Record<string, string>> = {}): Program {
  return startProgram(ALL_IN_ONE, { env: { PORT: '0', PALIER_DOSSIER: dossier, ...env } });
}

/** The lines said by a start that is expected to fail, without those of its log. */
async function faultsOf(program: Program): Promise<readonly string[]> {
  expect(await program.ended).toBe(1);
  return program
    .said()
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
}

/** What it has said in its log that is about itself. */
function messagesOf(program: Program): readonly string[] {
  const lines = program
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines
    .map((line) => (JSON.parse(line) as { readonly message: string }).message)
    .filter((message) => /^(Palier|Prêt)/.test(message));
}

/** No program holds the folder any more. */
async function expectFree(held: string): Promise<void> {
  (await lockFolder(held))();
}

describe('the life of a data folder', () => {
  it('survives a first start that is killed, serves two folders side by side, and keeps what it holds', async () => {
    const killed = start(folder);
    await until(killed, () => existsSync(join(folder, 'postgres/PG_VERSION')));
    expect(await endWith(killed, 'SIGKILL')).toBe('SIGKILL');

    const first = start(folder);
    const beside = start(other);
    const urls = [await untilReady(first), await untilReady(beside)];
    expect(messagesOf(beside).slice(0, 6)).toEqual([
      'Palier démarre',
      'Prêt : la base de données',
      'Prêt : le palier msss, 1 de 3',
      'Prêt : le palier sante-quebec, 2 de 3',
      'Prêt : le palier etablissements, 3 de 3',
      'Palier répond',
    ]);
    for (const url of urls) {
      const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
      expect(territoireClsc.etablissement).not.toBeNull();
      expect(territoireClsc.mesures.nodes).toHaveLength(1);
      // Consolidated before anybody asks, by the installation.
      expect(territoireClsc.bilan).not.toBeNull();
    }

    expect(await faultsOf(start(folder))).toEqual([
      `Le dossier de données ${folder} est déjà ouvert par le processus ${first.child.pid}. Arrêtez-le, ou choisissez un autre dossier avec PALIER_DOSSIER.`,
    ]);
    for (const [program, signal] of [
      [first, 'SIGTERM'],
      [beside, 'SIGINT'],
    ] as const) {
      expect(await endWith(program, signal)).toBe(0);
      expect(program.said()).not.toContain('"level":"error"');
    }
    await expectFree(folder);

    const without = start(folder, { PALIER_DEMO: '0' });
    const { territoireClsc } = await ask<ThreeLevels>(await untilReady(without), THREE_LEVELS);
    expect(territoireClsc).toMatchObject({ nom: 'Pierrefonds', bilan: null, mesures: { nodes: [] } });
    expect(territoireClsc.mesures.absence?.motif).toBeTruthy();
    expect(await endWith(without, 'SIGTERM')).toBe(0);
  });
});

describe('a start that cannot succeed', () => {
  it('says in one line that its port is taken, before it opens any data', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const untouched = join(other, 'intact');
    const faults = await faultsOf(start(untouched, { PORT: String(port) }));
    holder.close();
    expect(faults).toEqual([
      `Le port ${port} est déjà pris sur 127.0.0.1 : arrêtez l’autre programme ou donnez un autre PORT.`,
    ]);
    expect(existsSync(untouched)).toBe(false);
  });

  it('reports all the variables that are wrong at once, without showing an address', async () => {
    const faults = await faultsOf(
      start(other, {
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
    const server = { DATABASE_URL: `postgres://quelqu-un:secret@127.0.0.1:${await reservePorts()}/base` };
    const [beside, unreachable] = await Promise.all([
      faultsOf(start(other, { ...server, PALIER_DEMO: '1' })),
      faultsOf(start(other, server)),
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
    expect(await faultsOf(start(opened, { PALIER_OPERATIONS: absent }))).toEqual([
      `Le dossier des opérations « ${absent} » ne peut être lu.`,
    ]);
    expect(existsSync(join(opened, 'postgres/PG_VERSION'))).toBe(true);
    await expectFree(opened);
  });

  it('refuses a folder it cannot make, and one whose files are spoilt, which it leaves as they are', async () => {
    const file = join(tmpdir(), `palier-fichier-${process.pid}`);
    const spoilt = join(other, 'abime');
    writeFileSync(file, '');
    mkdirSync(join(spoilt, 'postgres'), { recursive: true });
    writeFileSync(join(spoilt, 'complet'), '');
    writeFileSync(join(spoilt, 'postgres/PG_VERSION'), '9.6');
    const [impossible, unreadable] = await Promise.all([
      faultsOf(start(join(file, 'dossier'))),
      faultsOf(start(spoilt)),
    ]);
    rmSync(file);
    expect(impossible).toHaveLength(1);
    expect(impossible[0]).toMatch(/ne peut pas être créé ou écrit \(ENOTDIR\).*PALIER_DOSSIER/);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]).toMatch(/ne s’ouvre pas .* Rien n’y a été effacé/);
    expect(readFileSync(join(spoilt, 'postgres/PG_VERSION'), 'utf8')).toBe('9.6');
    await expectFree(spoilt);
  });
});

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endWith, ROOT, startCommand, startNode, untilReady } from '../program.ts';

/** What docs/exploitation.md gives to run Palier as a service. */
const PAGE = read('docs/exploitation.md');
const [, SERVICE = ''] = /^## As a service\n([\s\S]*?)(?=^## )/m.exec(PAGE) ?? [];
const UNIT = blockOf('ini');
const DOCKERFILE = blockOf('dockerfile');
const IGNORED = blockOf('text').split('\n');

const valuesOf = (name: string): readonly string[] =>
  [...UNIT.matchAll(/^(\w+)=(.*)$/gm)].flatMap(([, key, value = '']) => (key === name ? [value] : []));
const instructions = DOCKERFILE.split('\n').map((line) => {
  const [, name = '', text = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
  return { name, text };
});
const textsOf = (name: string): readonly string[] =>
  instructions.flatMap((instruction) => (instruction.name === name ? [instruction.text] : []));
const listOf = (text = ''): readonly string[] => JSON.parse(text) as readonly string[];

const toVariables = (lines: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(lines.map((line) => [line.split('=', 1)[0]!, line.slice(line.indexOf('=') + 1)]));
const OF_UNIT = toVariables(valuesOf('Environment'));
const OF_IMAGE = toVariables(textsOf('ENV'));
const [EXEC_START = ''] = valuesOf('ExecStart');
const PROGRAM = EXEC_START.split(' ').slice(1);

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``).exec(SERVICE)?.[1] ?? '';
}

describe('the unit of systemd', () => {
  it('runs what npm start runs, as somebody who is not root', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(['node', ...PROGRAM].join(' ')).toBe(scripts['start']);
    expect(EXEC_START).toMatch(/^\/usr\/bin\/node /);
    expect(valuesOf('User')).toEqual(['palier']);
    expect(SERVICE).toContain('useradd --system --shell /usr/sbin/nologin palier');
  });

  it('sets variables of ours alone, and keeps data and keys in folders of its own', () => {
    const known = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(Object.keys(OF_UNIT).filter((name) => !known.includes(name))).toEqual([]);
    const kept = valuesOf('StateDirectory')[0]
      ?.split(' ')
      .map((folder) => `/var/lib/${folder}`);
    expect(kept).toEqual([OF_UNIT['PALIER_DOSSIER'], OF_UNIT['PALIER_CLES']]);
    expect(valuesOf('StateDirectoryMode')).toEqual(['0700']);
  });

  it('leaves the time that a stop takes, and asks for its health where it is told', () => {
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(3);
    expect(valuesOf('ExecStartPost')[0]).toMatch(/ http:\/\/127\.0\.0\.1:4000\/health$/);
  });

  const verifier = '/usr/bin/systemd-analyze';
  it.skipIf(!existsSync(verifier))('is one that systemd understands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'palier-unite-'));
    const unit = join(folder, 'palier.service');
    // What it starts, and who it is, are those of another machine.
    const here = UNIT.replace('/usr/bin/node', process.execPath)
      .replace(/^ExecStartPost=.*\n/m, '')
      .replace(/^User=.*\n/m, '')
      .replace(/^(WorkingDirectory)=.*/m, `$1=${folder}`);
    writeFileSync(unit, here);
    const said = execFileSync('bash', ['-c', `${verifier} verify --man=no ${unit} 2>&1; true`], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(said.split('\n').filter((line) => line.includes('palier.service'))).toEqual([]);
  });
});

describe('the image', () => {
  it('installs as the README does, and runs what the unit runs', () => {
    const commands = [...read('README.md').matchAll(/```sh\n([\s\S]*?)\n```/g)].flatMap(([, text = '']) =>
      text.split(/\n| && /),
    );
    const [install = '', ...others] = textsOf('RUN');
    expect(commands).toContain(install);
    expect(others.filter((command) => command.includes('npm'))).toEqual([]);
    expect(listOf(textsOf('CMD')[0])).toEqual(['node', ...PROGRAM]);
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(textsOf('FROM')).toEqual(['node:22-slim']);
    expect(engines.node).toContain('^22.');
  });

  it('is not root when it runs, and keeps data and keys in volumes that are its own', () => {
    const names = instructions.map(({ name }) => name);
    expect(textsOf('USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
    const volumes = listOf(textsOf('VOLUME')[0]);
    expect(volumes).toEqual([OF_IMAGE['PALIER_DOSSIER'], OF_IMAGE['PALIER_CLES']]);
    for (const volume of volumes) {
      expect(textsOf('RUN').join()).toMatch(new RegExp(`chown node:node .*${volume}`));
      expect(SERVICE).toMatch(new RegExp(`-v palier-\\w+:${volume} `));
    }
    const { HOST, ...others } = OF_IMAGE;
    expect(HOST).toBe('0.0.0.0');
    expect(Object.keys(others)).toEqual(Object.keys(OF_UNIT));
  });

  it('holds no data, no key and nothing that was built elsewhere', () => {
    expect(IGNORED).toEqual(expect.arrayContaining(['.palier', '.env', '**/node_modules', '**/dist']));
    // Nothing that a start reads is left out.
    for (const part of ['gateway', 'subgraphs', 'schema', 'test', 'package-lock.json'])
      expect(IGNORED).not.toContain(part);
  });

  it('is asked for its health by a command that Node runs', () => {
    const [health = ''] = textsOf('HEALTHCHECK');
    expect(listOf(health.slice(health.indexOf('CMD ') + 4)).slice(0, 2)).toEqual(['node', '-e']);
  });
});

describe('a service that is run as it is written', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palier-service-'));
    for (const name of ['donnees', 'cles']) mkdirSync(join(folder, name), { mode: 0o700 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function checkHealth(url: string): Promise<number | NodeJS.Signals> {
    const [health = ''] = textsOf('HEALTHCHECK');
    const command = listOf(health.slice(health.indexOf('CMD ') + 4));
    const [, ...args] = command.map((word) => word.replace('http://127.0.0.1:4000', url));
    return startCommand([process.execPath, ...args]).ended;
  }

  it('becomes healthy, keeps its data and keys where it is told, and ends at SIGTERM', async () => {
    const within = (path = ''): string => join(folder, path.split('/').at(-1)!);
    const env = {
      ...OF_UNIT,
      PALIER_DOSSIER: within(OF_UNIT['PALIER_DOSSIER']),
      PALIER_CLES: within(OF_UNIT['PALIER_CLES']),
      PORT: '0',
    };
    const program = startNode(PROGRAM, { env });
    const url = await untilReady(program);
    await expect.poll(() => checkHealth(url)).toBe(0);
    expect(await endWith(program, 'SIGTERM')).toBe(0);
    expect(await checkHealth(url)).toBe(1);
    expect(readdirSync(join(folder, 'donnees'))).toEqual(expect.arrayContaining(['complet', 'postgres']));
    expect(readdirSync(join(folder, 'cles')).some((file) => file.endsWith('.json'))).toBe(true);
  });
});

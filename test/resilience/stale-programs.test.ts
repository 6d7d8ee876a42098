import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, startCommand } from '../program.ts';
import { copyCheckout, runIn } from './copy-checkout.ts';

const BUILD = ['gateway/start/build.mjs'];
const PROGRAM = 'gateway/start/dist/gateway/start/jeton.js';
const SOURCE = 'gateway/src/identity/development/jeton-fault.ts';

let folder: string;
let checkout: string;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'palier-perime-')));
  checkout = join(folder, 'palier');
  copyCheckout(ROOT, checkout);
  await runIn(checkout, BUILD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (file: string): string => join(checkout, file);

/** Writes a file as a checkout of an older commit may leave it: with a date of before what was built. */
function writeOld(file: string, text: string): void {
  writeFileSync(pathOf(file), text);
  const longAgo = new Date('2020-01-01');
  utimesSync(pathOf(file), longAgo, longAgo);
}

describe('the programs', () => {
  it('are built again when a source is other, whatever its date', async () => {
    const former = readFileSync(pathOf(SOURCE), 'utf8');
    const built = readFileSync(pathOf(PROGRAM), 'utf8');
    writeOld(SOURCE, `${former}\nObject.defineProperty(globalThis, 'autreVersion', { value: 1 });\n`);
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
    expect(readFileSync(pathOf(PROGRAM), 'utf8')).toContain('autreVersion');
    writeOld(SOURCE, former);
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
    expect(readFileSync(pathOf(PROGRAM), 'utf8')).toBe(built);
  });

  it('are left as they are when nothing of them is other: touched, copied, or a test beside them', async () => {
    const now = new Date(Date.now() + 60_000);
    utimesSync(pathOf(SOURCE), now, now);
    writeFileSync(pathOf('gateway/src/un-essai.test.ts'), 'export {};\n');
    expect(await runIn(checkout, BUILD)).toBe('');
    const copy = join(folder, 'copie');
    cpSync(checkout, copy, { recursive: true, verbatimSymlinks: true });
    expect(await runIn(copy, BUILD)).toBe('');
  });

  it('are built again when one of their files is gone, and when what they were built from is not said', async () => {
    rmSync(pathOf(PROGRAM.replace('jeton', 'all-in-one')));
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
    const parts = pathOf('gateway/start/dist/parties');
    rmSync(join(parts, readdirSync(parts)[0]!));
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
    rmSync(pathOf('gateway/start/dist/built-from.json'));
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
  });
});

const canMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

it.runIf(canMount)(
  'programs that cannot be written where they are built are said so, in one line',
  async () => {
    const dist = 'gateway/start/dist';
    const script = `mount -t tmpfs tmpfs ${dist} && mkdir -p ${dist}/gateway/start && mount -o remount,ro ${dist} &&
    ${process.execPath} ${BUILD.join(' ')}`;
    const program = startCommand(['unshare', '-Urm', '--kill-child', 'sh', '-c', script], { cwd: checkout });
    expect(await program.ended).toBe(1);
    expect(program.said().trim().split('\n').slice(1)).toEqual([expect.stringContaining('« npm ci »')]);
  },
);

describe('the explorer', () => {
  const dist = 'gateway/explorer/dist';
  const builtFrom = `${dist}/built-from.txt`;
  /** Its tools, as far as they tell what was asked of them: the page is the digest that its sources have. */
  const VITE = `import { digestSources } from ${JSON.stringify('../../../gateway/explorer/build/keep-fresh.mjs')};
import { mkdirSync, writeFileSync } from 'node:fs';
const out = process.argv[process.argv.indexOf('--outDir') + 1];
mkdirSync(out, { recursive: true });
writeFileSync(out + '/index.html', 'neuf');
if (process.env.VITE_ECHOUE) { console.error('une faute'); process.exit(1); }
writeFileSync(out + '/built-from.txt', digestSources());`;

  const installTools = (): void => {
    rmSync(pathOf('node_modules/vite'), { recursive: true, force: true });
    mkdirSync(pathOf('node_modules/vite/bin'), { recursive: true });
    writeFileSync(pathOf('node_modules/vite/package.json'), '{"name":"vite","type":"module"}');
    writeFileSync(pathOf('node_modules/vite/bin/vite.js'), VITE);
  };

  it('that was never built is left so', async () => {
    rmSync(pathOf('node_modules/vite'), { recursive: true, force: true });
    expect(await runIn(checkout, BUILD)).toBe('');
  });

  it('of another version is said to be, where it cannot be built', async () => {
    mkdirSync(pathOf(dist), { recursive: true });
    writeFileSync(pathOf(`${dist}/index.html`), 'ancien');
    const said = await runIn(checkout, BUILD);
    expect(said).toContain('L’explorateur servi est celui d’une autre version de Palier');
    expect(said).toContain('ses outils ne sont pas installés');
    expect(said).toContain('npm ci');
  });

  it('is said not to be built again, and why, and the former one stays', async () => {
    installTools();
    const said = await runIn(checkout, BUILD, { VITE_ECHOUE: '1' });
    expect(said).toContain('sa construction a échoué.');
    expect(said).toContain('une faute');
    expect(readFileSync(pathOf(`${dist}/index.html`), 'utf8')).toBe('ancien');
  });

  it('is built again where it can be, once, whatever the dates', async () => {
    installTools();
    expect(await runIn(checkout, BUILD)).toContain('L’explorateur se construit');
    expect(readFileSync(pathOf(`${dist}/index.html`), 'utf8')).toBe('neuf');
    expect(await runIn(checkout, BUILD)).toBe('');
    const [question = ''] = readdirSync(pathOf('test/questions'));
    // As editors leave.
    writeFileSync(pathOf('gateway/explorer/src/.toolbar.tsx.swp'), 'autre');
    expect(await runIn(checkout, BUILD)).toBe('');
    for (const file of ['gateway/explorer/src/toolbar.tsx', `test/questions/${question}/query.graphql`]) {
      writeOld(file, `${readFileSync(pathOf(file), 'utf8')}\n`);
      const { mtimeMs } = statSync(pathOf(builtFrom));
      expect([file, await runIn(checkout, BUILD)]).toEqual([
        file,
        expect.stringContaining('L’explorateur se construit'),
      ]);
      expect(statSync(pathOf(builtFrom)).mtimeMs).toBeGreaterThan(mtimeMs);
    }
  });

  it('is served as it is where its sources are not there to be compared', async () => {
    rmSync(pathOf('test/questions'), { recursive: true });
    expect(await runIn(checkout, BUILD)).toBe('');
  });
});

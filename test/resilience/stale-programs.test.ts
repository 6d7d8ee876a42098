import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PREPARED } from '@palier/start/prepared-birth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, startCommand } from '../program.ts';
import { copyCheckout, runIn } from './copy-checkout.ts';

const BUILD = ['gateway/start/build.mjs'];
const DIST = 'gateway/start/dist';
const PROGRAM = `${DIST}/gateway/start/jeton.js`;
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

/** Without what builds them, a look at the programs says all the same that they are to be built, in a moment. */
async function lookAlone(): Promise<string> {
  const [builder, aside] = [pathOf('node_modules/esbuild'), join(folder, 'esbuild')];
  renameSync(builder, aside);
  return runIn(checkout, BUILD).finally(() => renameSync(aside, builder));
}

describe('the programs', () => {
  it('are as they are built wherever the checkout stands, and name no folder', () => {
    const files = readdirSync(pathOf(DIST), { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const file of scripts) {
      const text = readFileSync(pathOf(`${DIST}/${file}`), 'utf8');
      for (const place of [folder, ROOT, pathToFileURL(folder).href])
        expect([file, text.includes(place)]).toEqual([file, false]);
    }
    expect(readFileSync(pathOf(PROGRAM), 'utf8')).toBe(readFileSync(join(ROOT, PROGRAM), 'utf8'));
  });

  it('are left as they are when nothing of them is other: touched, copied, or a test beside them', async () => {
    const now = new Date(Date.now() + 60_000);
    utimesSync(pathOf(SOURCE), now, now);
    writeFileSync(pathOf('gateway/src/un-essai.test.ts'), 'export {};\n');
    expect(await runIn(checkout, BUILD)).toBe('');
    cpSync(checkout, join(folder, 'copie'), { recursive: true, verbatimSymlinks: true });
    expect(await runIn(join(folder, 'copie'), BUILD)).toBe('');
  });

  it('serve, copied then moved elsewhere, what stands beside them', async () => {
    renameSync(checkout, join(folder, 'parti'));
    // What a new folder is born from is that of the same programs: it is not made again.
    cpSync(PREPARED, join(folder, 'copie', DIST, 'naissance'), { recursive: true });
    for (const name of ['copie', 'déplacée ailleurs']) {
      const place = join(folder, name);
      if (name !== 'copie') renameSync(join(folder, 'copie'), place);
      writeFileSync(join(place, 'schema/supergraph.graphql'), 'type Query {');
      const env = { PORT: '0', PALIER_DOSSIER: join(folder, 'donnees') };
      const said = await runIn(place, [`${DIST}/gateway/start/all-in-one.js`], env);
      expect(said).toContain(`Le supergraphe « ${place}/schema/supergraph.graphql » ne peut être servi`);
    }
    renameSync(join(folder, 'parti'), checkout);
  });

  it('are built again when a source is other, whatever its date, one of their files is gone, or what they were built from', async () => {
    const parts = `${DIST}/parties`;
    const needed = [
      PROGRAM.replace('jeton', 'all-in-one'),
      `${parts}/${readdirSync(pathOf(parts))[0]!}`,
      `${DIST}/built-from.json`,
    ].map(pathOf);
    for (const file of needed) {
      renameSync(file, `${file}.parti`);
      expect([file, await lookAlone()]).toEqual([file, expect.stringContaining('se construisent')]);
      renameSync(`${file}.parti`, file);
    }
    expect(await lookAlone()).toBe('');

    // Once, for both: a build takes some seconds.
    for (const file of needed) rmSync(file);
    const former = readFileSync(pathOf(SOURCE), 'utf8');
    const other = `${former}\nObject.defineProperty(globalThis, 'autreVersion', { value: 1 });\n`;
    writeOld(SOURCE, other);
    expect(await runIn(checkout, BUILD)).toContain('se construisent');
    expect(needed.filter((file) => !existsSync(file))).toEqual([]);
    expect(readFileSync(pathOf(PROGRAM), 'utf8')).toContain('autreVersion');
    writeOld(SOURCE, former);
    expect(await lookAlone()).toContain('se construisent');
    writeOld(SOURCE, other);
    expect(await lookAlone()).toBe('');
  });
});

const canMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

it.runIf(canMount)(
  'programs that cannot be written where they are built are said so, in one line',
  async () => {
    const script = `mount -t tmpfs tmpfs ${DIST} && mkdir -p ${DIST}/gateway/start && mount -o remount,ro ${DIST} &&
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

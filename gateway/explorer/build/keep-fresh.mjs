import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const EXPLORER = fileURLToPath(new URL('..', import.meta.url));
const ROOT = join(EXPLORER, '../..');
const DIST = join(EXPLORER, 'dist');

/** The file of the built page that says what it was built from. */
export const BUILT_FROM = 'built-from.txt';

/** A page that was built from other sources is built again; where it cannot be, that is said. One that was never built is not. */
export function buildExplorerWhenStale() {
  if (!existsSync(DIST) || isFresh()) return;
  const vite = findVite();
  if (vite === undefined) return say('ses outils ne sont pas installés');
  process.stderr.write('L’explorateur se construit : ses sources ont changé.\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: EXPLORER,
    encoding: 'utf8',
  });
  if (status !== 0) say(`sa construction a échoué\n${stdout}${stderr}`);
}

const say = (why) =>
  process.stderr.write(
    `L’explorateur servi est celui d’une autre version de Palier : ses sources ont changé, et ${why.trimEnd()}.\nPour le refaire : npm ci\n`,
  );

function isFresh() {
  const file = join(DIST, BUILT_FROM);
  try {
    return digestSources() === (existsSync(file) && readFileSync(file, 'utf8'));
  } catch {
    // Where the sources are not there, the page is that of whoever left them out.
    return true;
  }
}

/** The program of Vite; nothing where the tools of development are not installed. */
function findVite() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return undefined;
  }
}

/** The same for the same page, wherever it stands. @returns {string} */
export function digestSources() {
  const hash = createHash('sha256');
  for (const file of listSources()) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('base64url').slice(0, 22);
}

/** What turbo.json says that the page is built from, but its tests: paths from the root. */
function listSources() {
  const { inputs } = JSON.parse(readFileSync(join(EXPLORER, 'turbo.json'), 'utf8')).tasks.build;
  const files = inputs.flatMap((input) =>
    input === '$TURBO_DEFAULT$' ? listBelow('gateway/explorer') : listMatching(input.replace(/^[^/]*\//, '')),
  );
  return [...new Set(files)].filter((file) => !/\.test\.tsx?$/.test(file)).sort();
}

/** @param {string} pattern with `*`, `**` and `{one,other}` */
function listMatching(pattern) {
  const [plain] = /^[^*{]*/.exec(pattern);
  if (plain === pattern) return [pattern];
  const form = pattern
    .replaceAll('.', '\\.')
    .replaceAll(/\{(.*?)\}/g, (_, words) => `(${words.replaceAll(',', '|')})`)
    .replaceAll(/\*\*(\/\*)?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  const isMatching = new RegExp(`^${form}$`);
  return listBelow(plain.slice(0, plain.lastIndexOf('/'))).filter((file) => isMatching.test(file));
}

/** @param {string} folder */
function listBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'dist', '.turbo'].includes(entry.name) ? [] : listBelow(path);
  });
}

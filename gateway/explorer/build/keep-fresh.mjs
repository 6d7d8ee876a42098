import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
  try {
    accessSync(DIST, constants.W_OK);
  } catch {
    return say('son dossier ne peut être écrit ici');
  }
  process.stderr.write('L’explorateur se construit : ses sources ont changé.\n');
  // Aside, and put in its place once whole: another gateway may be reading it, or building it too.
  const aside = join(EXPLORER, '.turbo', `dist-${process.pid}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--outDir', aside, '--emptyOutDir'],
    { cwd: EXPLORER, encoding: 'utf8' },
  );
  try {
    if (status !== 0) return say('sa construction a échoué', `${stdout ?? ''}${stderr ?? ''}`);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(aside, DIST);
  } catch (error) {
    // Another has put its own there first: it is the same.
    if (!existsSync(join(DIST, BUILT_FROM))) say(`elle n’a pu être mise en place (${error.code})`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const say = (why, cause = '') =>
  process.stderr.write(
    `L’explorateur servi est celui d’une autre version de Palier : ses sources ont changé, et ${why}.\nPour le refaire : npm ci --include=dev\n${cause}`,
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
export const digestSources = () => digestFiles(listSources());

/**
 * What is built from the same files is the same.
 *
 * @param {readonly string[]} files paths from the root
 * @returns {string} of 22 characters
 */
export function digestFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
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
    // What is hidden is of editors and systems.
    if (entry.name.startsWith('.')) return [];
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'dist'].includes(entry.name) ? [] : listBelow(path);
  });
}

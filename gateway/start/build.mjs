import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const DIST = join(ROOT, 'gateway/start/dist');

/** The programs that can be started, by the path of their source. */
const PROGRAMS = [
  'gateway/start/all-in-one.ts',
  'gateway/start/apart.ts',
  'gateway/start/gateway.ts',
  'gateway/start/jeton.ts',
  'gateway/start/verifier.ts',
  'gateway/start/journal.ts',
  'gateway/start/base.ts',
  'gateway/start/import.ts',
  'gateway/start/prepare-birth.ts',
  'gateway/src/main.ts',
  'subgraphs/sante-quebec/src/consolidate.ts',
  ...listLevelPrograms(),
];

/** The threads that plan, keep the data and read files: the only files that a program starts rather than imports. */
const THREADS = [
  'gateway/federation/src/planner/planner-worker.ts',
  'gateway/depots/src/file-worker.ts',
  'subgraphs/runtime/src/data/postgres/postgres-worker.ts',
];
const STARTS_A_THREAD = /(planner|file|postgres)-thread\.ts$/;

/** Where a program is built, by the path of its source; all are built again when a source is newer. */
export async function buildWhenStale(program) {
  const built = join(DIST, program.replace(/\.ts$/, '.js'));
  if (Math.max(...listAllSources().map(modifiedAt)) > modifiedAt(built)) {
    process.stderr.write(
      'Les programmes de Palier se construisent : une fois, puis à chaque changement du code.\n',
    );
    await buildPrograms();
  }
  return built;
}

const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Bundles our sources, and leaves npm packages where they are: starting takes a third less CPU than from TypeScript.
 *
 * @param {readonly string[]} others built beside the programs of Palier, by the paths of their sources
 */
async function buildPrograms(others = []) {
  // Loaded only to build: a start from fresh programs does without it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      ...[...PROGRAMS, ...others].map((program) => ({ in: program, out: program.replace(/\.ts$/, '') })),
      ...THREADS.map((thread) => ({ in: thread, out: basename(thread, '.ts') })),
    ],
    outdir: DIST,
    define: { PALIER_BUILD: JSON.stringify(digestSources()) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    plugins: [leaveNpmPackages, keepTypeNames, keepSourcePlaces],
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
}

/** Each level runs alone too. */
function listLevelPrograms() {
  const programs = readdirSync(join(ROOT, 'subgraphs')).map((level) => `subgraphs/${level}/src/main.ts`);
  return programs.filter((program) => existsSync(join(ROOT, program)));
}

/** What the programs are built from. */
const SOURCES = [
  'gateway/src',
  'gateway/federation',
  'gateway/adresses',
  'gateway/depots',
  'gateway/mcp',
  'gateway/officiels',
  'gateway/pages',
  'gateway/start',
  'schema/calls',
  'subgraphs',
];

const listAllSources = () => SOURCES.flatMap((folder) => listSources(join(ROOT, folder)));

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'data'].includes(entry.name) ? [] : listSources(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** Two programs built from the same sources are the same, wherever they stand. */
function digestSources() {
  const hash = createHash('sha256');
  for (const path of listAllSources().sort()) hash.update(relative(ROOT, path)).update(readFileSync(path));
  return hash.digest('base64url').slice(0, 22);
}

/** Another program that starts meanwhile reads the former file or this one, never a part. */
function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

/** A package that npm put beside one workspace alone is not found from where programs are built: it is bundled. */
const leaveNpmPackages = {
  name: 'leave-npm-packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind !== 'entry-point' && isFoundOnceBuilt(path) ? { path, external: true } : undefined,
    );
  },
};

function isFoundOnceBuilt(path) {
  if (path.startsWith('@palier/')) return false;
  const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
  const places = ['gateway/start', 'gateway', '.'].map((folder) => join(ROOT, folder, 'node_modules', name));
  return isBuiltin(path) || places.some((place) => existsSync(place));
}

/**
 * Code that reads a file beside itself goes on finding it beside its source, wherever the whole folder stands: it may be
 * copied or moved once built. A thread is found where it is built.
 */
const keepSourcePlaces = {
  name: 'keep-source-places',
  setup(builder) {
    builder.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      if (!contents.includes('import.meta.url')) return undefined;
      const place = STARTS_A_THREAD.test(path) ? join(DIST, basename(path)).replace(/ts$/, 'js') : path;
      return {
        loader: path.endsWith('x') ? 'tsx' : 'ts',
        contents: contents.replaceAll('import.meta.url', placeFromRoot(place)),
      };
    });
  },
};

/** The address of a file of this checkout, as a built program works it out from its own. */
function placeFromRoot(path) {
  const fromRoot = JSON.stringify(encodeURI(relative(ROOT, path).split(sep).join('/')));
  return `(import.meta.url.slice(0, import.meta.url.lastIndexOf('gateway/start/dist/')) + ${fromRoot})`;
}

/**
 * TypeGraphQL names a type after its class, and three levels in one program have classes of the same name. The names of
 * these are kept, and no others: what keeps the name of a function costs each time that the function is made.
 */
const keepTypeNames = {
  name: 'keep-type-names',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]subgraphs[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!/^@\w+\(/m.test(source)) return undefined;
      const contents = source.replaceAll(
        /^(?:export )?(?:abstract )?class (\w+)[^{]*\{/gm,
        (opening, name) => `${opening} static { Object.defineProperty(this, 'name', { value: '${name}' }); }`,
      );
      return { loader: 'ts', contents };
    });
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const others = process.argv.slice(2);
  await (others.length > 0 ? buildPrograms(others) : buildWhenStale(PROGRAMS[0]));
}

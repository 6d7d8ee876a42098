import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const DIST = join(ROOT, 'gateway/start/dist');

/** The programs that can be started, by the path of their source. */
const PROGRAMS = [
  'gateway/start/all-in-one.ts',
  'gateway/start/apart.ts',
  'gateway/start/jeton.ts',
  'gateway/src/main.ts',
  'subgraphs/msss/src/main.ts',
  'subgraphs/sante-quebec/src/main.ts',
  'subgraphs/sante-quebec/src/consolidate.ts',
  'subgraphs/etablissements/src/main.ts',
];

/** The thread that plans: the only file that a program starts rather than imports. */
const THREAD = 'gateway/src/planning/planner-worker.ts';
const STARTS_THE_THREAD = /planner-thread\.ts$/;

/** Bundles our sources, and leaves npm packages where they are: starting takes a third less CPU than from TypeScript. */
export async function buildPrograms() {
  // Loaded only to build: a start from fresh programs does without it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      ...PROGRAMS.map((program) => ({ in: program, out: program.replace(/\.ts$/, '') })),
      { in: THREAD, out: 'planner-worker' },
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

/** What the programs are built from. */
const SOURCES = ['gateway/src', 'gateway/start', 'subgraphs'];

export const listAllSources = () => SOURCES.flatMap((folder) => listSources(join(ROOT, folder)));

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'data'].includes(entry.name) ? [] : listSources(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
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

const leaveNpmPackages = {
  name: 'leave-npm-packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@palier/') ? undefined : { path, external: true },
    );
  },
};

/** Code that reads a file beside itself goes on finding it beside its source; the thread is found where it is built. */
const keepSourcePlaces = {
  name: 'keep-source-places',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      if (!contents.includes('import.meta.url')) return undefined;
      const place = STARTS_THE_THREAD.test(path) ? join(DIST, 'planner-thread.js') : path;
      return {
        loader: 'ts',
        contents: contents.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(place).href)),
      };
    });
  },
};

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPrograms();

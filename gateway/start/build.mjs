import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExplorerWhenStale, digestFiles } from '../explorer/build/keep-fresh.mjs';

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
  'gateway/depots/src/thread/file-worker.ts',
  'subgraphs/runtime/src/data/postgres/postgres-worker.ts',
];
const STARTS_A_THREAD = /(planner|file|postgres)-thread\.ts$/;

/**
 * Where a program is built, by the path of its source; all are built again when what they were built from is other: dates
 * say nothing of it, for a checkout of an older commit or a copy has any.
 */
export async function buildWhenStale(program) {
  const built = join(DIST, program.replace(/\.ts$/, '.js'));
  if (!existsSync(built) || isStale()) {
    process.stderr.write(
      'Les programmes de Palier se construisent : une fois, puis à chaque changement du code.\n',
    );
    await buildPrograms().catch(refuseUnwritable);
  }
  return built;
}

/** As a service, whose folder is that of somebody else. */
function refuseUnwritable(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  process.stderr.write(
    'Les programmes de Palier ne sont pas ceux de ses sources, et leur dossier ne peut être écrit ici : « npm ci », par qui le possède, les construit.\n',
  );
  process.exit(1);
}

/** What the programs were built from, and its digest. */
const BUILT_FROM = join(DIST, 'built-from.json');

function isStale() {
  try {
    const { digest, files } = JSON.parse(readFileSync(BUILT_FROM, 'utf8'));
    return digestFiles(files) !== digest;
  } catch {
    // Nothing says it, or one of them is there no more.
    return true;
  }
}

/**
 * Bundles our sources, and leaves most npm packages where they are: starting takes a third less CPU than from TypeScript.
 *
 * @param {readonly string[]} others built beside the programs of Palier, by the paths of their sources
 */
async function buildPrograms(others = []) {
  // Loaded only to build: a start from fresh programs does without it.
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [
      ...[...PROGRAMS, ...others].map((program) => ({ in: program, out: program.replace(/\.ts$/, '') })),
      ...THREADS.map((thread) => ({ in: thread, out: basename(thread, '.ts') })),
    ],
    outdir: DIST,
    define: { PALIER_BUILD: JSON.stringify(NOT_KNOWN_YET) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    metafile: true,
    plugins: [leaveNpmPackages, keepTypeNames, keepSourcePlaces],
    logLevel: 'error',
  });
  const files = listBuiltFrom(metafile);
  const digest = digestFiles(files);
  // Cut off from here on, the next start builds again.
  rmSync(BUILT_FROM, { force: true });
  for (const { path, text } of outputFiles)
    replaceFile(path, text.replaceAll(NOT_KNOWN_YET, digest).replace(PLACE_OF_PACKAGE, '//'));
  // Last: what it says is then there.
  replaceFile(BUILT_FROM, JSON.stringify({ digest, files }));
}

/** Stands for the digest of what is being built, and is as long: places in the files stay what their maps say. */
const NOT_KNOWN_YET = 'PALIER_BUILD_NOT_KNOWN';

/** What was read to build, from the root, and the packages that say where it is found; not what a test adds. */
function listBuiltFrom({ inputs }) {
  const read = Object.keys(inputs).filter((file) => !file.startsWith('test/'));
  const ours = read.filter((file) => !OF_PACKAGE.test(file));
  // Hundreds of files of a package are those of its version.
  const packages = read.flatMap((file) => OF_PACKAGE.exec(file)?.[0] ?? []);
  return [
    ...new Set([
      ...ours,
      ...ours.map(findPackage),
      ...packages.map((folder) => `${folder}/package.json`),
      'gateway/start/build.mjs',
      // How sources are read, and where npm puts packages.
      ...['tsconfig.json', 'package-lock.json'].filter((file) => existsSync(join(ROOT, file))),
    ]),
  ].sort();
}

const OF_PACKAGE = /^.*\bnode_modules\/(@[^/]+\/)?[^/]+/;

function findPackage(file) {
  const place = join(dirname(file), 'package.json');
  return existsSync(join(ROOT, place)) ? place : findPackage(dirname(file));
}

/** Each level runs alone too. */
function listLevelPrograms() {
  const programs = readdirSync(join(ROOT, 'subgraphs')).map((level) => `subgraphs/${level}/src/main.ts`);
  return programs.filter((program) => existsSync(join(ROOT, program)));
}

/** Another program that starts meanwhile reads the former file or this one, never a part. */
function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

/** What a program imports without a use of it, it does not load. */
const DOES_NOTHING_ALONE = /^@apollo\/(gateway|query-planner|federation-internals)$/;

/** Where a module of a package was read, as the bundler notes it: somewhere else, where the packages of a checkout are a link. */
const PLACE_OF_PACKAGE = /^\/\/ \S*node_modules\/\S*$/gm;

/** Packages of hundreds of small modules: to find and to read each is a tenth of a start. */
const OF_MANY_FILES = /^(graphql-scalars|kysely|type-graphql|zod)(\/|$)/;

/** A package that npm put beside one workspace alone is not found from where programs are built: it is bundled. */
const leaveNpmPackages = {
  name: 'leave-npm-packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind !== 'entry-point' && (isOptional(kind, importer) || isFoundOnceBuilt(path))
        ? { path, external: true, sideEffects: !DOES_NOTHING_ALONE.test(path) }
        : undefined,
    );
  },
};

/** What a package asks for once it needs it may not be installed. */
const isOptional = (kind, importer) => kind === 'dynamic-import' && importer.includes('node_modules');

function isFoundOnceBuilt(path) {
  if (path.startsWith('@palier/') || OF_MANY_FILES.test(path)) return false;
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
  if (others.length > 0) await buildPrograms(others);
  else {
    await buildWhenStale(PROGRAMS[0]);
    buildExplorerWhenStale();
  }
}

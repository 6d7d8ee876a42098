import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExplorerWhenStale, digestFiles } from '../explorer/build/keep-fresh.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const DIST = join(ROOT, 'gateway/start/dist');
/** What a program built in parts is made of, each named after what it holds. */
const PARTS = join(DIST, 'parties');

/** Built in parts, of which it loads most once its database begins to open. */
const IN_PARTS = 'gateway/start/all-in-one.ts';

/** The programs that can be started, by the path of their source. */
const PROGRAMS = [
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

/**
 * The threads that plan, keep the data and read files: the only files that a program starts rather than imports. The first shares
 * no package with anything, and is built with all of them: they are hundreds of files.
 */
const WHOLE_THREAD = 'gateway/federation/src/planner/planner-worker.ts';
const THREADS = [
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
    const { digest, files, parts } = JSON.parse(readFileSync(BUILT_FROM, 'utf8'));
    return !parts.every((name) => existsSync(join(PARTS, name))) || digestFiles(files) !== digest;
  } catch {
    // Nothing says it, or one of them is there no more.
    return true;
  }
}

/** Bundles our sources, and leaves most npm packages where they are: starting takes a third less CPU than from TypeScript. */
async function bundle(entryPoints, more = {}) {
  // Loaded only to build: a start from fresh programs does without it.
  const { build } = await import('esbuild');
  return build({
    absWorkingDir: ROOT,
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
    // What packages that are bundled ask of Node by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [leavePackages(isFoundOnceBuilt), keepTypeNames, keepSourcePlaces],
    logLevel: 'error',
    entryPoints,
    ...more,
  });
}

const toEntry = (program) => ({ in: program, out: program.replace(/\.ts$/, '') });
const toThread = (thread) => ({ in: thread, out: basename(thread, '.ts') });

async function buildPrograms() {
  mkdirSync(DIST, { recursive: true });
  accessSync(DIST, constants.W_OK);
  const built = await Promise.all([
    bundle([...PROGRAMS.map(toEntry), ...THREADS.map(toThread)]),
    bundle([toEntry(IN_PARTS)], { splitting: true, chunkNames: 'parties/[hash]' }),
    bundle([toThread(WHOLE_THREAD)], {
      plugins: [leavePackages(isBuiltin), keepTypeNames, keepSourcePlaces],
    }),
  ]);
  const outputFiles = built.flatMap((one) => one.outputFiles);
  const files = listBuiltFrom(built.map(({ metafile }) => metafile));
  const digest = digestFiles(files);
  // Cut off from here on, the next start builds again.
  rmSync(BUILT_FROM, { force: true });
  // A program comes after the parts it is made of.
  const isPart = ({ path }) => dirname(path) === PARTS;
  const parts = outputFiles.filter(isPart);
  for (const { path, text } of [...parts, ...outputFiles.filter((file) => !isPart(file))])
    replaceFile(path, withoutPlaces(text).replaceAll(NOT_KNOWN_YET, digest));
  // Last: what it says is then there.
  replaceFile(BUILT_FROM, JSON.stringify({ digest, files, parts: parts.map(({ path }) => basename(path)) }));
  removeFormerParts();
}

/** @param {readonly string[]} others built beside the programs of Palier, by the paths of their sources */
async function buildBeside(others) {
  await buildWhenStale(IN_PARTS);
  const { digest } = JSON.parse(readFileSync(BUILT_FROM, 'utf8'));
  const { outputFiles } = await bundle(others.map(toEntry));
  for (const { path, text } of outputFiles)
    replaceFile(path, withoutPlaces(text).replaceAll(NOT_KNOWN_YET, digest));
}

/** Time that a program may take to load its parts. */
const LOADED_MS = 3_600_000;

/** Those of programs built before: one that has begun to load them finds them to the end. */
function removeFormerParts() {
  for (const name of readdirSync(PARTS)) {
    const path = join(PARTS, name);
    const written = statSync(path, { throwIfNoEntry: false });
    if (written !== undefined && Date.now() - written.mtimeMs > LOADED_MS) rmSync(path, { force: true });
  }
}

/** Stands for the digest of what is being built, and is as long: places in the files stay what their maps say. */
const NOT_KNOWN_YET = 'PALIER_BUILD_NOT_KNOWN';

/** What was read to build, from the root, and the packages that say where it is found. */
function listBuiltFrom(metafiles) {
  const read = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
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
const PLACE_OF_MODULE = /^( *")\S*?(?=node_modules\/\S*"\()/gm;

const withoutPlaces = (text) => text.replace(PLACE_OF_PACKAGE, '//').replace(PLACE_OF_MODULE, '$1');

/** Packages of hundreds of small modules: to find and to read each is a tenth of a start. */
const OF_MANY_FILES =
  /^(@apollo\/server|@graphql-tools\/utils|@graphql-yoga\/subscription|graphql-scalars|jose|kysely|prom-client|semver|type-graphql|undici|zod)(\/|$)/;

const OF_NPM = /[\\/]node_modules[\\/]/;

/** @param {(path: string, importer: string) => boolean} isLeft whether it is found where npm put it, rather than bundled */
const leavePackages = (isLeft) => ({
  name: 'leave-packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) =>
      kind !== 'entry-point' && (isOptional(kind, importer) || isLeft(path, importer))
        ? { path, external: true, sideEffects: !DOES_NOTHING_ALONE.test(path) }
        : undefined,
    );
  },
});

/** What a package asks for once it needs it may not be installed. */
const isOptional = (kind, importer) => kind === 'dynamic-import' && OF_NPM.test(importer);

/** A package that npm put beside one workspace alone is not found from where programs are built: it is bundled. */
function isFoundOnceBuilt(path, importer) {
  if (path.startsWith('@palier/') || OF_MANY_FILES.test(path)) return false;
  const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
  // There is one in a program: its classes are compared.
  if (OF_NPM.test(importer) && name !== 'graphql' && !isBuiltin(path)) return false;
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
  if (others.length > 0) await buildBeside(others);
  else {
    await buildWhenStale(IN_PARTS);
    buildExplorerWhenStale();
  }
}

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followBlocks, parseBlocks } from './recipes.ts';

/** `npm run recipes`: follows the recipes of CONTRIBUTING.md in a copy of the project, and checks what they give. */
const ROOT = realpathSync(fileURLToPath(new URL('../../', import.meta.url)));
const PAGE = 'CONTRIBUTING.md';
/** What is made, not written. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.turbo', '.palier']);

/** The tests that hold something of every type, field, list, entity or level. */
const TESTS_OF_ALL = [
  ...['abstention', 'bad-input', 'cursors', 'debts', 'ownership', 'personal-data', 'provenance'].map(
    (name) => `test/invariants/${name}.test.ts`,
  ),
  'lint/rooms.test.ts',
  'test/cost/entities.test.ts',
  'test/cost/list-sizes.test.ts',
  'test/cost/mutations.test.ts',
  'test/processus/reddition/refusals.test.ts',
  'test/processus/story.test.ts',
  'test/resilience/root-fields.test.ts',
  'test/security/public-contract.test.ts',
  'subgraphs/etablissements/src/demonstration/demonstration.test.ts',
  'subgraphs/etablissements/src/empty-level.test.ts',
  'schema/src',
];

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'palier-recettes-')));
const data = `${copy}-donnees`;
const prepareData = ['npx', 'tsx', 'test/recipes/prepare-levels.ts', data] as const;
try {
  copyProject();
  // What whoever follows a recipe has already: data born without it.
  const isBorn = run('data born before', ...prepareData);
  const files = followRecipes();
  const changed = [...files.keys()];
  const code = changed.filter((file) => file.endsWith('.ts'));
  const tests = code.filter((file) => file.endsWith('.test.ts') && !TESTS_OF_ALL.includes(file));
  const passes = [
    ['npm run schema', 'npm', 'run', '--silent', 'schema'],
    ['format', 'npx', 'prettier', '--check', ...changed],
    ['types', 'npx', 'tsc', '--noEmit'],
    ['lint', 'npx', 'eslint', '--max-warnings', '0', ...code],
    ['unused', 'npx', 'knip'],
    ['contract', 'npm', 'run', '--silent', 'schema:check'],
    ['data born before, with the recipes', ...prepareData],
    ['tests', 'npx', 'vitest', 'run', ...tests, ...TESTS_OF_ALL],
  ].map(([name = '', command = '', ...args]) => run(name, command, ...args));
  process.exitCode = isBorn && !passes.includes(false) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}

function copyProject(): void {
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  linkPackages('');
  for (const own of readdirSync(join(ROOT, 'node_modules/@palier'))) {
    const workspace = realpathSync(join(ROOT, 'node_modules/@palier', own));
    if (existsSync(join(workspace, 'node_modules'))) linkPackages(relative(ROOT, workspace));
  }
}

/** Packages are those of the project; its own workspaces, those of the copy. */
function linkPackages(folder: string): void {
  const from = join(ROOT, folder, 'node_modules');
  const to = join(copy, folder, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (name === '@palier') {
      mkdirSync(join(to, name));
      for (const own of readdirSync(join(from, name)))
        symlinkSync(readlinkSync(join(from, name, own)), join(to, name, own));
    } else if (!name.startsWith('.') || name === '.bin')
      symlinkSync(realpathSync(join(from, name)), join(to, name));
}

function followRecipes(): ReadonlyMap<string, string> {
  const read = (file: string): string | undefined =>
    existsSync(join(copy, file)) ? readFileSync(join(copy, file), 'utf8') : undefined;
  const files = followBlocks(parseBlocks(PAGE, read(PAGE) ?? ''), read);
  for (const [file, content] of files) {
    const isNew = read(file) === undefined;
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), content);
    // What `npm install` does of a new workspace.
    if (isNew && basename(file) === 'package.json')
      symlinkSync(
        join(copy, dirname(file)),
        join(copy, 'node_modules', (JSON.parse(content) as { name: string }).name),
      );
  }
  return files;
}

/** @returns whether it passes; what it says is shown when it does not */
function run(name: string, command: string, ...args: readonly string[]): boolean {
  const begun = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
  const passes = status === 0;
  console.log(`${passes ? '✓' : '✗'} ${name} (${Math.round((Date.now() - begun) / 1_000)} s)`);
  if (!passes) console.log(`${stdout}${stderr}`);
  return passes;
}

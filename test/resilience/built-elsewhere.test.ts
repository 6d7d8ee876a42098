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
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, startCommand } from '../program.ts';

let folder: string;
/** A checkout that was built, and then copied. */
let copy: string;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'palier-ailleurs-')));
  const built = join(folder, 'construit');
  copyCheckout(ROOT, built);
  await run(built, ['gateway/start/build.mjs']);
  copy = join(folder, 'copie');
  cpSync(built, copy, { recursive: true, verbatimSymlinks: true });
  renameSync(built, join(folder, 'parti'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sources and npm packages; what is built is left. */
function copyCheckout(from: string, to: string): void {
  mkdirSync(to);
  const isWanted = (path: string): boolean => !/[\\/](node_modules|dist)$/.test(path);
  for (const part of ['gateway', 'subgraphs', 'schema', 'package.json', 'tsconfig.json'])
    cpSync(join(from, part), join(to, part), { recursive: true, filter: isWanted });
  for (const place of ['', 'gateway', 'gateway/start'])
    linkPackages(join(from, place, 'node_modules'), join(to, place, 'node_modules'));
  // What stands beside a level alone is bundled: through a link it would be named as part of another folder.
  for (const level of readdirSync(join(from, 'subgraphs'))) {
    const packages = join(from, 'subgraphs', level, 'node_modules');
    if (existsSync(packages))
      cpSync(packages, join(to, 'subgraphs', level, 'node_modules'), { recursive: true });
  }
}

/** Each package by a link, but for ours, which are those of the copy. */
function linkPackages(from: string, to: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(from);
  } catch {
    return;
  }
  mkdirSync(to);
  for (const name of names) {
    if (name === '@palier')
      cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}

/** Runs a program of a checkout, and gives what it says until it ends. */
async function run(checkout: string, command: readonly string[], env = {}): Promise<string> {
  const program = startCommand([process.execPath, ...command], { cwd: checkout, env });
  await program.ended;
  return program.wrote() + program.said();
}

it('what is built names no folder', () => {
  const dist = join(copy, 'gateway/start/dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8');
    for (const place of [folder, ROOT, pathToFileURL(folder).href])
      expect([file, text.includes(place)]).toEqual([file, false]);
  }
});

it.each(['copie', 'déplacée ailleurs'])(
  'a checkout that was built elsewhere serves what stands beside it: %s',
  async (name) => {
    const place = join(folder, name);
    if (place !== copy) renameSync(copy, place);
    writeFileSync(join(place, 'schema/supergraph.graphql'), 'type Query {');
    const program = 'gateway/start/dist/gateway/start/all-in-one.js';
    const said = await run(place, [program], { PORT: '0', PALIER_DOSSIER: join(folder, 'donnees') });
    expect(said).toContain(`Le supergraphe « ${place}/schema/supergraph.graphql » ne peut être servi`);
  },
);

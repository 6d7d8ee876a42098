import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../program.ts';
import { copyCheckout, runIn } from './copy-checkout.ts';

let folder: string;
/** A checkout that was built, and then copied. */
let copy: string;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'palier-ailleurs-')));
  const built = join(folder, 'construit');
  copyCheckout(ROOT, built);
  await runIn(built, ['gateway/start/build.mjs']);
  copy = join(folder, 'copie');
  cpSync(built, copy, { recursive: true, verbatimSymlinks: true });
  renameSync(built, join(folder, 'parti'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    const said = await runIn(place, [program], { PORT: '0', PALIER_DOSSIER: join(folder, 'donnees') });
    expect(said).toContain(`Le supergraphe « ${place}/schema/supergraph.graphql » ne peut être servi`);
  },
);

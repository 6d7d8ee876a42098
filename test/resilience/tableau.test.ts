import { type Gateway, createGateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { SILENT } from '@palier/gateway/testing/loggers';
import { openPages } from '@palier/pages/pages';
import { type Database, openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { OPERATIONS } from '../pages/open-pages.ts';

let database: Database;
let gateway: Gateway;
let url: string;
let stopped: string;
/** The calls of it that fail: all, unless said. */
let failing: RegExp;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  const callers = new Map(
    await Promise.all(
      LEVELS.map(async (definition) => {
        const subgraph = await definition.open(database, { demonstration: 'CHARGEE' });
        return [definition.name, createInMemoryCaller(subgraph)] as const;
      }),
    ),
  );
  gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logger: SILENT,
    cache: { bytes: 0, share: false },
    operationsFolder: OPERATIONS,
    // As in production: only what is registered is answered.
    operationsAllowed: 'REGISTERED',
    mounts: openPages(),
    callers: ({ name }) => ({
      call: (request) =>
        name === stopped && failing.test(request.query)
          ? Promise.reject(new Error('connect ECONNREFUSED'))
          : callers.get(name)!.call(request),
    }),
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await gateway.stop();
  await database.close();
});

beforeEach(() => {
  failing = /^/;
});

async function read(path: string): Promise<readonly [number, string]> {
  const response = await fetch(new URL(path, url));
  return [response.status, (await response.text()).replaceAll('\u00a0', ' ')];
}

it.each([
  ['etablissements', '/tableau', 'Mesures des territoires : non lu'],
  ['etablissements', '/tableau/territoire/06112', 'Les mesures : non lu'],
  ['etablissements', '/tableau/exigence/A-P11:INFO_SOCIAL', 'Qui la respecte : non lu'],
  ['etablissements', '/tableau/etablissement/11045127', 'Redditions : non lu'],
  ['etablissements', '/tableau/comparer?a=06112&b=13111', 'Mesures : non lu'],
  ['sante-quebec', '/tableau', 'Ce qui est mesuré : non lu'],
  ['sante-quebec', '/tableau/territoire/06112', 'Établissement : non lu'],
  ['sante-quebec', '/tableau/territoire/06112', 'Bilan : non lu'],
  ['sante-quebec', '/tableau/comparer?a=06112&b=13111', 'Pierrefonds, bilan : non lu'],
  ['sante-quebec', '/tableau/exigence/A-P11:INFO_SOCIAL', 'L’indicateur : non lu'],
  ['sante-quebec', '/tableau/exigence/A-P11:INFO_SOCIAL', 'Qui la respecte : non lu, Santé Québec'],
  ['msss', '/tableau', 'Ce qui est mesuré : non lu, le ministère'],
  ['msss', '/tableau', 'Rôles exercés : non lu'],
  ['msss', '/tableau/etablissement/11045127', 'Territoires : non lu'],
  ['msss', '/tableau/etablissement/11045127', 'Région : non lu'],
  ['etablissements', '/tableau', 'Mesures dues : non lu'],
  ['etablissements', '/tableau/etablissement/11045127', 'Présidence-direction générale : non lu'],
] as const)('without %s, %s says what is missing, and shows the rest', async (level, path, said) => {
  stopped = level;
  const [status, text] = await read(path);
  expect(status).toBe(200);
  expect(text).toContain('id="manque"');
  expect(text).toContain(said);
  expect(text).not.toMatch(/class="etat-absente" aria-label|n’a pas de bilan|sans bilan/);
});

it.each([
  ['sante-quebec', /\bcampagnes\b/, '/tableau/exigence/A-P11:INFO_SOCIAL', 'Qui la respecte : non lu'],
  ['sante-quebec', /\bverdict\b/, '/tableau/comparer?a=06112&b=13111', 'non lue : un palier ne répond pas'],
  ['msss', /_entities/, '/tableau', 'Ce qui est mesuré : non lu, le ministère'],
] as const)('when %s fails on %s alone, %s says it', async (level, calls, path, said) => {
  stopped = level;
  failing = calls;
  const [status, text] = await read(path);
  expect(status).toBe(200);
  expect(text).toContain(said);
  expect(text).not.toMatch(
    /class="etat-absente" aria-label|n’a pas de bilan|sans bilan|la même chose de chaque/,
  );
});

it.each([
  ['msss', '/tableau/territoire/06112'],
  ['msss', '/tableau/exigence/A-P11:INFO_SOCIAL'],
  ['sante-quebec', '/tableau/etablissement/11045127'],
] as const)('without %s, %s, which it alone knows, says that it cannot be read now', async (level, path) => {
  stopped = level;
  const [status, text] = await read(path);
  expect(status).toBe(503);
  expect(text).toContain('<h1>');
});

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway, type Gateway } from '@palier/gateway';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { serveSubgraph } from '@palier/gateway/testing/subgraph-servers';
import { composeTwoSubgraphs } from '@palier/gateway/testing/two-subgraphs';
import { SUPERGRAPH } from '@palier/start/open-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import {
  isGivenFromStore,
  KEPT,
  NULLS,
  PROMISES,
  QUESTION,
  renderNulls,
  renderPromises,
} from './fault-promises.ts';
import { FAULTS, openFaultyProxy, type Fault, type FaultyProxy } from './faulty-proxy.ts';
import { openServedLevels, type ServedLevels } from './served-levels.ts';
import { SILENT } from '@palier/gateway/testing/loggers';

/** Time of one call to a level that must be waited for in vain; the others have all they need. */
const DEADLINE_MS = 300;
const UNHURRIED_MS = 600_000;
const LEVELS = Object.keys(NULLS);
let levels: ServedLevels;
let proxies: ReadonlyMap<string, FaultyProxy>;
let gateway: Gateway;
let url: string;
let variables: { readonly mesure: string };
let whole: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  levels = await openServedLevels(snapshotLocation());
  proxies = new Map(
    await Promise.all(
      LEVELS.map(async (level) => [level, await openFaultyProxy(levels.urls[level] ?? '')] as const),
    ),
  );
  await renew();
  const { data } = await gateway.execute({ query: '{ mesures(first: 1) { nodes { id } } }' });
  const { mesures } = data as { mesures: { nodes: readonly { id: string }[] } };
  variables = { mesure: mesures.nodes[0]?.id ?? '' };
  whole = (await ask()).data ?? {};
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
  await levels.close();
});

/** A gateway whose breakers know nothing of the faults of before; only `late` has a deadline that may pass. */
async function renew(bytes = 0, late?: string): Promise<void> {
  await (gateway as Gateway | undefined)?.stop();
  gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    subgraphUrls: Object.fromEntries([...proxies].map(([level, proxy]) => [level, proxy.url])),
    subgraphTimeoutMs: UNHURRIED_MS,
    subgraphTimeouts: late === undefined ? {} : { [late]: DEADLINE_MS },
    planning: PLANNING,
    cache: { bytes, share: true },
    logger: SILENT,
  });
  ({ url } = await gateway.listen(0, '127.0.0.1'));
}

interface Answered {
  readonly status: number;
  readonly isKept: boolean;
  readonly durationMs: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

async function ask(query = QUESTION, asked: object = variables): Promise<Answered> {
  const start = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables: asked }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as Pick<Answered, 'data' | 'errors'>;
  const durationMs = performance.now() - start;
  const isKept = response.headers.get('cache-status') === 'Palier; hit';
  return { status: response.status, isKept, durationMs, text, data, errors };
}

/** Asks until it is so; a stream of versions takes a moment to open. */
async function askUntil(isSo: (answered: Answered) => boolean): Promise<Answered> {
  for (;;) {
    const answered = await ask();
    if (isSo(answered)) return answered;
    await wait(20);
  }
}

/** The whole answer, with null at some paths. */
function without(paths: readonly string[]): unknown {
  const data = structuredClone(whole) as Record<string, Record<string, unknown> | null>;
  for (const path of paths) {
    const [first = '', second] = path.split('.');
    const below = data[first];
    if (second === undefined) data[first] = null;
    else if (below) below[second] = null;
  }
  return data;
}

const proxyOf = (level: string): FaultyProxy => proxies.get(level)!;

it('starts from a whole answer', () => {
  expect(JSON.stringify(whole)).not.toContain('null');
  expect(Object.keys(whole)).toEqual(['exigence', 'indicateur', 'mesure', 'territoireClsc']);
});

/** Every cell: each fault, on each level, for an answer that was kept or not. */
const SITUATIONS = FAULTS.flatMap((fault) => KEPT.map((kept) => ({ fault, kept })));

describe.each(SITUATIONS)('a level in « $fault », the answer $kept', ({ fault, kept }) => {
  const bytes = kept === 'JAMAIS GARDÉE' ? 0 : 1_000_000;
  const { waits } = PROMISES[fault];
  beforeAll(() => (waits ? undefined : renew(bytes)));

  it.each(LEVELS)('%s', async (level) => {
    if (waits) await renew(bytes, level);
    // The first question has the plan made and the connections opened.
    await askUntil(({ status, isKept }) => (bytes === 0 ? status === 200 : isKept));
    await proxyOf(level).suffer(fault, kept === 'GARDÉE, VERSION CONNUE' ? 'APPELS' : 'TOUT');
    // The end of a stream of versions takes a moment to be known.
    const answered = await askUntil(({ isKept }) => kept !== 'GARDÉE, VERSION PERDUE' || !isKept);
    await proxyOf(level).suffer(undefined);
    if (isGivenFromStore(kept)) expect(answered).toMatchObject({ status: 200, isKept: true, data: whole });
    else expectPromise(fault, level, answered);
    // Nothing of the fault is left behind.
    expect(await askUntil(({ status }) => status === 200)).toMatchObject({ data: whole, errors: [] });
  });
});

/** The error of a field that a level adds to objects names the field that holds them. */
const holderOf = (path: string): string => path.split('.')[0] ?? '';

function expectPromise(fault: Fault, level: string, answered: Answered): void {
  const { code, retryable, waits } = PROMISES[fault];
  const paths = code === undefined ? [] : (NULLS[level] ?? []);
  expect(answered.data).toEqual(without(paths));
  expect(answered.status).toBe(code === undefined ? 200 : 294);
  expect(answered.errors.map(({ path }) => path?.join('.')).sort()).toEqual(paths.map(holderOf).sort());
  for (const { extensions } of answered.errors) {
    expect(extensions).toMatchObject({ code, service: level });
    expect(extensions['retryable'] === true).toBe(retryable);
    expect(extensions['requestId']).toBeTruthy();
  }
  expect(answered.text).not.toMatch(/127\.0\.0\.1|10\.0\.0\.7|nginx|ECONN|UND_ERR|stack/);
  if (waits) expect(answered.durationMs).toBeGreaterThan(DEADLINE_MS * 0.9);
}

describe.each(FAULTS)('a call in « %s »', (fault) => {
  it(`is sent ${PROMISES[fault].reads} times at most for a read, once for a mutation`, async () => {
    const subgraph = await serveSubgraph('regions');
    const proxy = await openFaultyProxy(subgraph.url);
    const small = await openGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      subgraphUrls: { regions: proxy.url },
      subgraphTimeoutMs: PROMISES[fault].waits ? DEADLINE_MS : UNHURRIED_MS,
      logger: SILENT,
    });
    const { code } = PROMISES[fault];
    const callsFor = async (query: string): Promise<number> => {
      while ((await small.execute({ query })).errors !== undefined);
      await proxy.suffer(fault);
      const { errors = [] } = await small.execute({ query });
      expect(errors[0]?.extensions?.['code']).toBe(code);
      const calls = proxy.calls();
      await proxy.suffer(undefined);
      return calls;
    };
    // Nobody counts the calls to what does not listen.
    const heard = fault === 'panne' ? 0 : 1;
    expect(await callsFor('mutation { noter(texte: "a") }')).toBe(heard);
    expect(await callsFor('{ regions { nom } }')).toBe(heard * PROMISES[fault].reads);
    await small.stop();
    await proxy.close();
    await subgraph.close();
  });
});

it('a level that gives nothing takes nothing of what the others give beside it', async () => {
  await renew();
  await proxyOf('etablissements').suffer('panne');
  const query = '{ exigence(code: "A-P11:INFO_SOCIAL") { code } mesures(first: 1) { nodes { id } } }';
  const { status, data, errors } = await ask(query, {});
  await proxyOf('etablissements').suffer(undefined);
  expect([status, data]).toEqual([294, { exigence: { code: 'A-P11:INFO_SOCIAL' }, mesures: null }]);
  expect(errors).toMatchObject([{ path: ['mesures'], extensions: { code: 'SERVICE_INDISPONIBLE' } }]);
});

it('is promised by docs/security.md as here', () => {
  const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
  expect(page).toContain(renderPromises());
  expect(page).toContain(renderNulls());
});

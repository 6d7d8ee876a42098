import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Gateway, GatewayOptions } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { serve, serveSubgraph, type TestServer } from '../testing/subgraph-servers.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';

const lines: Record<string, unknown>[] = [];
const note =
  (level: string) =>
  (message: string, fields = {}): void =>
    void lines.push({ level, message, ...fields });
const LOGGER = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
const servers: TestServer[] = [];
let gateway: Gateway;

async function open(options: Partial<GatewayOptions>): Promise<string> {
  lines.length = 0;
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(async ({ subgraph }) => {
      if (subgraph === 'mesures') await new Promise((resolve) => setTimeout(resolve, 30));
    }),
    logger: LOGGER,
    ...options,
  });
  return (await gateway.listen(0, '127.0.0.1')).url;
}
afterEach(async () => {
  await gateway.stop();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** The same gateway over sockets, the second subgraph answering as told. */
async function openOverHttp(answer: Parameters<typeof serve>[0], options: Partial<GatewayOptions>) {
  servers.push(await serveSubgraph('regions'), await serve(answer));
  const [regions, mesures] = servers as [TestServer, TestServer];
  const sdl = composeTwoSubgraphs({ regions: regions.url, mesures: mesures.url });
  return open({ supergraph: { sdl }, callers: () => undefined, ...options });
}

const readMetrics = async (url: string): Promise<string> => (await fetch(`${url}/metrics`)).text();
const askTotal = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/graphql?query={total}`, init);

describe('figures for Prometheus', () => {
  it('give the times of requests and calls, and how calls ended', async () => {
    const url = await open({ metrics: true, subgraphTimeoutMs: 20 });
    await (await fetch(`${url}/graphql?query={regions{nom}}`)).text();
    await (await askTotal(url)).text();
    const text = await readMetrics(url);
    expect(text).toContain('palier_gateway_request_seconds_count{method="GET",status="200"} 2');
    expect(text).toContain('palier_gateway_subgraph_calls_total{subgraph="regions",outcome="ok"} 1');
    expect(text).toContain(
      'palier_gateway_subgraph_calls_total{subgraph="mesures",outcome="DELAI_DEPASSE"} 1',
    );
    expect(text).toContain('palier_gateway_errors_total{code="DELAI_DEPASSE"} 1');
    expect(text).toContain('process_cpu_user_seconds_total');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('are not given unless asked for', async () => {
    const url = await open({});
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('count plans made and known, operations by kind, and what is under way', async () => {
    const url = await open({ metrics: true });
    await (await askTotal(url)).text();
    await (await askTotal(url)).text();
    const mutation = { method: 'POST', headers: { 'content-type': 'application/json' } };
    await fetch(`${url}/graphql`, { ...mutation, body: '{"query":"mutation { noter(texte: \\"a\\") }"}' });
    await fetch(`${url}/graphql`, { ...mutation, body: '{"query":"{ inconnu }"}' });
    const text = await readMetrics(url);
    expect(text).toContain('palier_gateway_plans_total{origin="fait"} 2');
    expect(text).toContain('palier_gateway_plans_total{origin="connu"} 1');
    expect(text).toContain('palier_gateway_planning_seconds_count 2');
    expect(text).toContain('palier_gateway_plans_waiting 0');
    expect(text).toContain('palier_gateway_operation_seconds_count{kind="query",operation="libre"} 2');
    expect(text).toContain('palier_gateway_operation_seconds_count{kind="mutation",operation="libre"} 1');
    expect(text).toContain('palier_gateway_operation_seconds_count{kind="refusee",operation="libre"} 1');
    expect(text).toContain('palier_gateway_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(text).toContain('palier_gateway_requests_under_way 1');
  });

  it('count who was sent away for asking too often', async () => {
    const url = await open({ metrics: true, rateLimit: { units: 2, perSeconds: 3_600 } });
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await askTotal(url)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(await readMetrics(url)).toContain('palier_gateway_errors_total{code="TROP_DE_REQUETES"} 2');
  });

  it('count reloads, and say when the last one was', async () => {
    const file = join(tmpdir(), `palier-figures-${process.pid}.graphql`);
    await writeFile(file, composeTwoSubgraphs());
    const url = await open({ metrics: true, supergraph: { path: file } });
    const since = async (): Promise<number> =>
      Number(/^palier_gateway_supergraph_timestamp_seconds (\S+)/m.exec(await readMetrics(url))?.[1]);
    const before = await since();
    await writeFile(file, 'type Query {');
    await expect.poll(() => readMetrics(url)).toContain('palier_gateway_reloads_total{outcome="refuse"} 1');
    expect(await since()).toBe(before);
    await writeFile(file, composeTwoSubgraphs(undefined, '\nextend type Query { ajout: String }'));
    await expect.poll(() => readMetrics(url)).toContain('palier_gateway_reloads_total{outcome="ok"} 1');
    expect(await since()).toBeGreaterThan(before);
    await rm(file);
  });

  it('show retries, the breaker, and calls under way or waiting', async () => {
    // The breaker's time is ours: it opens once, whatever the questions take.
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    let held: (() => void)[] = [];
    let isDown = true;
    const url = await openOverHttp(
      (incoming, response) => {
        incoming.resume();
        if (isDown) response.writeHead(503).end();
        else held.push(() => response.end('{"data":{"total":1}}'));
      },
      { metrics: true, subgraphConcurrency: 1, cache: { bytes: 0, share: false } },
    );
    expect(await readMetrics(url)).toContain(
      'palier_gateway_subgraph_breaker{subgraph="mesures",state="ferme"} 1',
    );
    await askTotal(url);
    expect(await readMetrics(url)).toContain('palier_gateway_subgraph_retries_total{subgraph="mesures"} 1');
    for (let time = 0; time < 12; time += 1)
      await askTotal(url, { headers: { 'x-request-id': `essai-${time}00` } });
    const open = await readMetrics(url);
    expect(open).toContain('palier_gateway_subgraph_breaker{subgraph="mesures",state="ouvert"} 1');
    expect(open).toContain('palier_gateway_subgraph_breaker{subgraph="regions",state="ferme"} 1');
    const opened = lines.filter(({ message }) => String(message).startsWith('Disjoncteur ouvert'));
    expect(opened).toEqual([
      expect.objectContaining({
        level: 'warn',
        service: 'mesures',
        requestId: expect.stringMatching(/^essai-/),
      }),
    ]);

    isDown = false;
    vi.advanceTimersByTime(2_100);
    const probe = askTotal(url);
    await expect.poll(() => held.length).toBe(1);
    held.splice(0).forEach((release) => release());
    await probe;
    expect(lines.at(-1)).toMatchObject({ level: 'info', service: 'mesures' });
    const together = [askTotal(url), askTotal(url), askTotal(url)];
    await expect
      .poll(() => readMetrics(url))
      .toContain('palier_gateway_subgraph_calls_now{subgraph="mesures",state="en_attente"} 2');
    expect(await readMetrics(url)).toContain(
      'palier_gateway_subgraph_calls_now{subgraph="mesures",state="en_cours"} 1',
    );
    isDown = true;
    held.forEach((release) => release());
    held = [];
    await Promise.all(together);
  });
});

describe('the log', () => {
  const query = encodeURIComponent('query Somme { total region(code: "03") { nom } }');
  const ask = async (url: string): Promise<void> => {
    await fetch(`${url}/graphql?query=${query}&operationName=Somme`, {
      headers: { 'x-request-id': 'essai-0001' },
    });
    await fetch(`${url}/health`);
  };

  it('tells who asked what when told to', async () => {
    await ask(await open({ requestLog: true }));
    expect(lines).toMatchObject([
      { message: 'Requête', requestId: 'essai-0001', operation: 'Somme', status: 200, client: '127.0.0.1' },
      { message: 'Requête', path: '/health' },
    ]);
    expect(lines[0]).not.toHaveProperty('clientRequest');
  });

  it('tells where the time of a slow request went, and its text once, without the values in it', async () => {
    const url = await open({ slowRequestMs: 25 });
    await ask(url);
    await ask(url);
    const [slow, text, again, ...more] = lines;
    expect(slow).toMatchObject({
      level: 'warn',
      message: 'Requête lente',
      requestId: 'essai-0001',
      operation: 'Somme',
      kind: 'query',
      digest: expect.stringMatching(/^[\da-f]{64}$/),
      bytes: expect.any(Number),
      planningMs: expect.any(Number),
    });
    const calls = slow?.['calls'] as { subgraph: string; ms: number; outcome: string }[];
    expect(calls.map(({ subgraph, outcome }) => `${subgraph} ${outcome}`).sort()).toEqual([
      'mesures ok',
      'regions ok',
    ]);
    expect(text).toMatchObject({ level: 'debug', digest: slow?.['digest'], requestId: 'essai-0001' });
    expect(text?.['text']).toContain('region(code: "")');
    expect(again).toMatchObject({ message: 'Requête lente', digest: slow?.['digest'] });
    expect(more).toEqual([]);
  });

  it('gives the request of an operation that got no plan', async () => {
    await open({ planning: { place: 'APART', timeoutMs: 1 } });
    const result = await gateway.execute({
      query: `{ regions ${'{ voisines '.repeat(30)}{ nom population }${' }'.repeat(30)} }`,
      headers: { 'x-request-id': 'essai-0002' },
    });
    expect(result.errors?.[0]?.extensions?.['code']).toBe('PLANIFICATION_TROP_LONGUE');
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'Opération sans plan', requestId: 'essai-0002' }),
    );
  });
});

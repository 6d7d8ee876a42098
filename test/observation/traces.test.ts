import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import {
  answerInProcess,
  composeTwoSubgraphs,
  createTwoCallers,
} from '@palier/gateway/testing/two-subgraphs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservePorts } from '../ports.ts';
import { addressOf, endWith, type Program, startProgram } from '../program.ts';
import { type Collector, openCollector, type ReceivedSpan } from './collector.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const QUERY = 'query Secrete($code: ID!) { region(code: $code) { nom population } }';

interface Heard {
  readonly name: string;
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
}

const heard: Heard[] = [];

/** One of the two subgraphs, which notes the trace it is called in. */
async function serveNoting(name: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { traceparent, tracestate } = request.headers;
    heard.push({ name, traceparent: traceparent as string, tracestate: tracestate as string });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Parameters<
        typeof answerInProcess
      >[1];
      void answerInProcess(name, asked).then((answer) => response.end(JSON.stringify(answer)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, close: () => void server.close().closeAllConnections() };
}

describe('traces of the built gateway, sent to a collector', () => {
  let collector: Collector;
  let folder: string;
  let program: Program;
  let subgraphs: Awaited<ReturnType<typeof serveNoting>>[];
  let exit: unknown;
  const named = (name: string): ReceivedSpan[] => collector.spans.filter((span) => span.name === name);
  const one = (name: string): ReceivedSpan => {
    const [span, ...others] = named(name).filter(({ traceId }) => traceId === TRACE);
    expect(others).toEqual([]);
    if (!span) throw new Error(`No span « ${name} »`);
    return span;
  };

  beforeAll(async () => {
    collector = await openCollector();
    subgraphs = [await serveNoting('regions'), await serveNoting('mesures')];
    const [regions, mesures] = subgraphs as [(typeof subgraphs)[0], (typeof subgraphs)[0]];
    folder = mkdtempSync(join(tmpdir(), 'palier-traces-'));
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, composeTwoSubgraphs({ regions: regions.url, mesures: mesures.url }));
    program = startProgram('gateway/src/main.ts', {
      env: {
        HOME: folder,
        PORT: '0',
        SUPERGRAPH_PATH: supergraph,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_SERVICE_NAME: 'passerelle-essai',
        // What is seen at the end was sent by the stop.
        OTEL_BSP_SCHEDULE_DELAY: '600000',
      },
    });
    const url = `${await addressOf(program)}/graphql`;
    const ask = async (body: object, headers: Record<string, string> = {}): Promise<void> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
      await (await fetch(url, { ...init, body: JSON.stringify(body) })).text();
    };
    await ask(
      { query: QUERY, variables: { code: '03' } },
      { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: 'autre=1', 'x-request-id': 'essai-traces' },
    );
    await ask({ query: '{ regions { nom } __schema { queryType { name } } }' });
    await ask({ query: '{ panne inconnu }' }, { traceparent: '00-rien-rien-01' });
    await ask({ query: '{ total }' }, { traceparent: `00-${TRACE.replace('4', '5')}-${CALLER}-00` });
    await fetch(new URL('/health', url));
    exit = await endWith(program, 'SIGTERM');
  });
  afterAll(async () => {
    subgraphs.forEach((subgraph) => subgraph.close());
    await collector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all sent before the end', () => {
    expect(exit).toBe(0);
    expect([...collector.services]).toEqual(['passerelle-essai']);
    expect(program.said()).not.toContain('collecteur');
  });

  it('follow a request from its caller to each subgraph', () => {
    const server = one('POST /graphql');
    expect(server).toMatchObject({ parentSpanId: CALLER, kind: 2 });
    expect(server.attributes).toMatchObject({
      'http.request.method': 'POST',
      'url.path': '/graphql',
      'http.response.status_code': 200,
      'palier.request_id': 'essai-traces',
    });
    const operation = one('query');
    expect(operation.parentSpanId).toBe(server.spanId);
    for (const name of ['graphql.parse', 'graphql.validate', 'graphql.plan']) {
      expect(one(name).parentSpanId).toBe(operation.spanId);
    }
    for (const name of ['regions', 'mesures']) {
      const call = one(`subgraph ${name}`);
      expect(call).toMatchObject({ parentSpanId: operation.spanId, kind: 3 });
      expect(call.attributes).toMatchObject({ 'palier.subgraph': name, 'palier.outcome': 'ok' });
      expect(heard).toContainEqual({
        name,
        traceparent: `00-${TRACE}-${call.spanId}-01`,
        tracestate: 'autre=1',
      });
    }
  });

  it('name the operation by its digest, and hold neither its text nor its variables', () => {
    expect(one('query').attributes).toMatchObject({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Secrete',
      'graphql.document.sha256': createHash('sha256').update(QUERY).digest('hex'),
    });
    const everything = JSON.stringify(collector.spans);
    expect(everything).not.toContain('population');
    expect(everything).not.toContain('"03"');
  });

  it('say what went wrong, by its code', () => {
    const refused = collector.spans.filter(
      ({ attributes }) => attributes['error.type'] === 'GRAPHQL_VALIDATION_FAILED',
    );
    expect(refused).toEqual([expect.objectContaining({ name: 'graphql', status: { code: 2 } })]);
    expect(refused[0]?.traceId).not.toBe(TRACE);
  });

  it('are the gateway’s own alone, and none of what machines ask', () => {
    expect([...new Set(collector.spans.map(({ name }) => name))].sort()).toEqual([
      'POST /graphql',
      'graphql',
      'graphql.parse',
      'graphql.plan',
      'graphql.validate',
      'query',
      'subgraph mesures',
      'subgraph regions',
    ]);
  });

  it('are not made of a request whose caller does not trace, and the subgraphs are told so', () => {
    const untraced = TRACE.replace('4', '5');
    expect(collector.spans.filter(({ traceId }) => traceId === untraced)).toEqual([]);
    const told = heard.filter(({ traceparent }) => traceparent?.includes(untraced));
    expect(told).toEqual([
      expect.objectContaining({ name: 'mesures', traceparent: expect.stringMatching(/-00$/) }),
    ]);
  });
});

it('goes on without its collector, and says so once', async () => {
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);
  const logger = { debug: () => undefined, info: () => undefined, warn, error: warn };
  let refused = 0;
  const refusing = createServer((_, response) => {
    refused += 1;
    response.writeHead(400).end();
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/v1/traces`;
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '20';
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    logger,
    tracing: { url, serviceName: 'essai', sampler: 'always_on', ratio: 1 },
  });
  delete process.env['OTEL_BSP_SCHEDULE_DELAY'];
  for (let time = 0; time < 5; time += 1) {
    const known = refused;
    expect(await gateway.execute({ query: '{ total }' })).toEqual({ data: { total: 3000 } });
    await expect.poll(() => refused).toBeGreaterThan(known);
  }
  await gateway.stop();
  refusing.close();
  expect(warnings).toEqual(['Le collecteur de traces ne prend pas les traces : elles sont perdues']);
});

it('ends though its collector cannot be reached', async () => {
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    logLevel: 'error',
    tracing: {
      url: `http://127.0.0.1:${await reservePorts()}/v1/traces`,
      serviceName: 'essai',
      sampler: 'always_on',
      ratio: 1,
    },
  });
  expect(await gateway.execute({ query: '{ total }' })).toEqual({ data: { total: 3000 } });
  await gateway.stop();
  expect(gateway.ready()).toBe(false);
});

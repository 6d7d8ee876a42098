import { afterEach, expect, it } from 'vitest';
import type { Gateway, GatewayOptions } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';

const lines: Record<string, unknown>[] = [];
const note = (message: string, fields = {}): void => void lines.push({ message, ...fields });
let gateway: Gateway;

async function open(options: Partial<GatewayOptions>): Promise<string> {
  lines.length = 0;
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(async ({ subgraph }) => {
      if (subgraph === 'mesures') await new Promise((resolve) => setTimeout(resolve, 30));
    }),
    logger: { debug: note, info: note, warn: note, error: note },
    ...options,
  });
  return (await gateway.listen(0, '127.0.0.1')).url;
}
afterEach(() => gateway.stop());

it('gives Prometheus the times of requests and calls, and how calls ended', async () => {
  const url = await open({ metrics: true, subgraphTimeoutMs: 20 });
  await (await fetch(`${url}/graphql?query={regions{nom}}`)).text();
  await (await fetch(`${url}/graphql?query={total}`)).text();
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('palier_gateway_request_seconds_count{method="GET",status="200"} 2');
  expect(text).toContain('palier_gateway_subgraph_calls_total{subgraph="regions",outcome="ok"} 1');
  expect(text).toContain('palier_gateway_subgraph_calls_total{subgraph="mesures",outcome="DELAI_DEPASSE"} 1');
  expect(text).toContain('process_cpu_user_seconds_total');
});

it('says nothing to Prometheus unless asked', async () => {
  const url = await open({});
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

it('logs who asked what when told to, and slow requests alone when told that', async () => {
  const query = encodeURIComponent('query Somme { total }');
  const ask = async (url: string): Promise<void> => {
    await fetch(`${url}/graphql?query=${query}&operationName=Somme`, {
      headers: { 'x-request-id': 'essai-0001' },
    });
    await fetch(`${url}/health`);
  };
  await ask(await open({ requestLog: true }));
  expect(lines).toMatchObject([
    { message: 'Requête', requestId: 'essai-0001', operation: 'Somme', status: 200, client: '127.0.0.1' },
    { message: 'Requête', path: '/health' },
  ]);
  await gateway.stop();
  await ask(await open({ slowRequestMs: 25 }));
  expect(lines).toMatchObject([{ message: 'Requête lente', requestId: 'essai-0001', operation: 'Somme' }]);
});

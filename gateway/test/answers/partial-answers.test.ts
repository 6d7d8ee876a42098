import { expect, it } from 'vitest';
import type { GatewayOptions } from '../../src/server.ts';
import { openGateway } from '../../src/testing/open-gateway.ts';
import type { OperationResult } from '../../src/request/operation.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../src/testing/two-subgraphs.ts';
import { SILENT } from '../../src/testing/loggers.ts';

async function ask(query: string, options: Partial<GatewayOptions>): Promise<OperationResult> {
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    logger: SILENT,
    ...options,
  });
  try {
    return await gateway.execute({ query, headers: { 'x-request-id': 'essai-0001' } });
  } finally {
    await gateway.stop();
  }
}

const downIs = (name: string): Partial<GatewayOptions> => ({
  callers: createTwoCallers(({ subgraph }) => {
    if (subgraph === name) throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
  }),
});
const hungIs = (name: string): Partial<GatewayOptions> => ({
  subgraphTimeoutMs: 50,
  callers: createTwoCallers(({ subgraph }) => (subgraph === name ? new Promise(() => undefined) : undefined)),
});

it('keeps what the others gave when a subgraph is down, and says which field, which service, whether to try again', async () => {
  expect(await ask('{ total regions { nom } }', downIs('mesures'))).toEqual({
    data: { total: null, regions: [{ nom: 'Bas-Saint-Laurent' }, { nom: 'Capitale-Nationale' }] },
    errors: [
      {
        message: 'Un service ne répond pas.',
        path: ['total'],
        extensions: {
          code: 'SERVICE_INDISPONIBLE',
          service: 'mesures',
          retryable: true,
          requestId: 'essai-0001',
        },
      },
    ],
  });
});

it('leaves null the fields a hung subgraph adds to entities, and waits no longer than its deadline', async () => {
  expect(await ask('{ regions { nom population } }', hungIs('mesures'))).toMatchObject({
    data: { regions: [{ population: null }, { population: null }] },
    errors: [
      { path: ['regions'], extensions: { code: 'DELAI_DEPASSE', service: 'mesures', retryable: true } },
    ],
  });
});

it('answers null when the field that is down may not be null, and names it', async () => {
  expect(await ask('{ regions { nom } total }', downIs('regions'))).toMatchObject({
    data: null,
    errors: [{ path: ['regions'], extensions: { code: 'SERVICE_INDISPONIBLE', service: 'regions' } }],
  });
});

it('gives one error a root field', async () => {
  const { errors } = await ask('{ a: region(code: "01") { nom } b: panne }', downIs('regions'));
  expect(errors?.map(({ path }) => path)).toEqual([['a'], ['b']]);
});

it('says where the objects are whose fields are missing, once for the call', async () => {
  expect(await ask('{ a: region(code: "01") { nom population } }', downIs('mesures'))).toMatchObject({
    data: { a: { nom: 'Bas-Saint-Laurent', population: null } },
    errors: [{ path: ['a'], extensions: { code: 'SERVICE_INDISPONIBLE', service: 'mesures' } }],
  });
  const { data, errors } = await ask('{ regions { voisines { nom population } } }', downIs('mesures'));
  expect(data).toMatchObject({
    regions: [{ voisines: [{ population: null }] }, { voisines: [{ population: null }] }],
  });
  expect(errors?.map(({ path }) => path)).toEqual([['regions']]);
});

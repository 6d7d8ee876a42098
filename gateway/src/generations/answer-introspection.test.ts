import { getIntrospectionQuery, graphqlSync, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../server.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { createPlannerEngine } from '@palier/federation/planner/planner-engine';
import { toClientSchema } from '@palier/federation/prepare/client-schema';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import { splitIntrospection } from '@palier/federation/operation/split-introspection';

const sdl = composeTwoSubgraphs();
const prepared = prepareSupergraph(sdl);
const schema = toClientSchema(createPlannerEngine(prepared).apiSchema, prepared);
const ofSchema = (source: string, variableValues = {}): unknown =>
  JSON.parse(JSON.stringify(graphqlSync({ schema, source, variableValues }).data));

let gateways: readonly Gateway[];
let url: string;
beforeAll(async () => {
  const options = { supergraph: { sdl }, callers: createTwoCallers() };
  gateways = await Promise.all([openGateway(options), createGateway(options)]);
  url = `${(await gateways[1]!.listen(0, '127.0.0.1')).url}/graphql`;
});
afterAll(() => Promise.all(gateways.map((gateway) => gateway.stop())));

async function askAll(query: string, variables = {}): Promise<readonly unknown[]> {
  const inside = await Promise.all(gateways.map((gateway) => gateway.execute({ query, variables })));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return [...inside, await response.json()];
}

describe('a question about the schema', () => {
  it.each([
    [getIntrospectionQuery({ descriptions: true }), {}],
    ['{ __schema { queryType { name } } a: __type(name: "Region") { fields { name } } }', {}],
    [
      'query Q($n: String!, $no: Boolean = false) { __type(name: $n) { name } __schema @include(if: $no) { description } }',
      { n: 'Region' },
    ],
    [
      '{ ...A } fragment A on Query { ...B } fragment B on Query { __type(name: "Query") { ...T } } fragment T on __Type { name }',
      {},
    ],
  ])('is answered by the schema alone: %.60s', async (query, variables) => {
    for (const answer of await askAll(query, variables))
      expect(answer).toEqual({ data: ofSchema(query, variables) });
  });

  it('goes beside what is asked of the data, in the order asked', async () => {
    const type = { name: 'Region' };
    for (const answer of await askAll('{ total __type(name: "Region") { name } regions { nom } }')) {
      const { data } = answer as { data: Record<string, unknown> };
      expect(data).toMatchObject({ total: 3000, __type: type, regions: [{}, {}] });
      expect(Object.keys(data)[0]).toBe('total');
    }
    const query =
      'query Q($c: ID!, $n: String!) { ...F } fragment F on Query { t: __type(name: $n) { name } r: region(code: $c) { nom } }';
    for (const answer of await askAll(query, { c: '03', n: 'Region' }))
      expect(answer).toEqual({ data: { t: type, r: { nom: 'Capitale-Nationale' } } });
  });

  it('leaves nothing beside a null root, and keeps the errors of the rest', async () => {
    for (const answer of await askAll('{ __type(name: "Region") { name } panne }'))
      expect(answer).toMatchObject({
        data: { __type: { name: 'Region' }, panne: null },
        errors: [{ path: ['panne'] }],
      });
  });

  it('that multiplies itself is refused', async () => {
    const types = Array.from({ length: 30 }, (_, n) => `a${n}: types { name }`).join(' ');
    for (const answer of await askAll(`{ __schema { ${types} } }`))
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'INTROSPECTION_EXCESSIVE' } }] });
  });
});

it('splits only what asks for the schema, and declares what each part uses', () => {
  expect(splitIntrospection(parse('{ total __typename }'), undefined)).toBeUndefined();
  const document = parse(
    'query Q($a: ID!, $b: String!) { r: region(code: $a) { nom } __type(name: $b) { name } }',
  );
  const split = splitIntrospection(document, 'Q');
  expect(split?.first).toBe('data');
  expect(print(split!.introspection)).toBe(
    print(parse('query Q($b: String!) { __type(name: $b) { name } }')),
  );
  expect(print(split!.data!)).toContain('r: region(code: $a)');
  expect(print(split!.data!)).not.toContain('__type');
});

import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { randomUUID } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import type { GraphQLScalarType } from 'graphql';
import { buildSchema, parse, print } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { createInMemoryCaller } from '../../src/subgraphs/in-memory/in-memory-caller.ts';
import type { GatewayOptions } from '../../src/server.ts';
import { openGateway } from '../../src/testing/open-gateway.ts';
import { readText, serve } from '../../src/testing/subgraph-servers.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])
  scalar Long scalar Json`;
const A = `${LINK}
  type Query {
    long: Long  float: Float  json: Json  int: Int  ints: [Int!]  id: ID  text: String  bool: Boolean
    ts: [T]  echo(id: ID, long: Long, json: Json, int: Int, float: Float, ids: [ID!], input: In): String
    defaults(long: Long = 9223372036854775807, json: Json = { k: 1.0, s: ACTIF }, input: In = { longs: [1.10] }): String
  }
  type Mutation { keep(long: Long): T }
  input In { id: ID  longs: [Long] }
  type T @key(fields: "id") { id: Long!  weight: Long }`;
const B = `${LINK}
  type T @key(fields: "id") { id: Long!  more: String  weight: Long @external  heavy: String @requires(fields: "weight") }`;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Answers = Readonly<Record<string, (body: string) => string>>;

interface RawGraph {
  /** The bodies that each subgraph got, as they came. */
  readonly bodies: Readonly<Record<string, string[]>>;
  /** Sends a body as it is; gives the answer as it comes. */
  post(body: string): Promise<string>;
  get(search: string): Promise<string>;
}

/** Subgraphs that say what a test has them say, to the byte, behind a gateway asked by HTTP. */
async function openRawGraph(answers: Answers, options: Partial<GatewayOptions> = {}): Promise<RawGraph> {
  const bodies: Record<string, string[]> = { a: [], b: [] };
  const servers = await Promise.all(
    ['a', 'b'].map((name) =>
      serve((incoming, response) => {
        void readText(incoming).then((body) => {
          bodies[name]!.push(body);
          response
            .setHeader('content-type', 'application/json')
            .end(answers[name]?.(body) ?? '{"data":null}');
        });
      }),
    ),
  );
  closing.push(...servers.map((server) => () => server.close()));
  const { supergraphSdl, errors } = composeServices([
    { name: 'a', url: servers[0]!.url, typeDefs: parse(A) },
    { name: 'b', url: servers[1]!.url, typeDefs: parse(B) },
  ]);
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  // Composition prints defaults from doubles: the supergraph that is served has them as they were written.
  const sdl = supergraphSdl
    .replace('Long = 9223372036854776000', 'Long = 9223372036854775807')
    .replace('{k: 1, s: "ACTIF"}', '{k: 1.0, s: ACTIF}')
    .replace('{longs: [1.1]}', '{longs: [1.10]}');
  const gateway = await openGateway({
    supergraph: { sdl: `# ${randomUUID()}\n${sdl}` },
    logLevel: 'error',
    ...options,
  });
  closing.push(() => gateway.stop());
  const { url } = await gateway.listen(0, '127.0.0.1');
  const headers = { 'content-type': 'application/json' };
  return {
    bodies,
    post: async (body) => (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text(),
    get: async (search) => (await fetch(`${url}/graphql?${search}`, { headers })).text(),
  };
}

const ask = (graph: RawGraph, query: string, variables = '{}'): Promise<string> =>
  graph.post(`{"query":${JSON.stringify(query)},"variables":${variables}}`);
const gives = (data: string) => (): string => `{"data":${data}}`;
const BIG = '9007199254740993';
const FINE = '0.1000000000000000055511151231257827';

describe('numbers that no double holds, in what subgraphs give', () => {
  it.each([
    ['{ long }', `{"long":${BIG}}`],
    ['{ long }', '{"long":-18446744073709551617}'],
    ['{ long }', `{"long":${FINE}}`],
    ['{ long }', '{"long":1e400}'],
    ['{ long }', '{"long":-2.5E-4000}'],
    ['{ long }', `{"long":${'7'.repeat(3000)}}`],
    ['{ float }', `{"float":${FINE}}`],
    ['{ json }', `{"json":{"a":[${BIG},{"b":${FINE},"c":"${BIG}, ${BIG}"}],"d":1.5}}`],
    ['{ long json }', `{"long":1,"json":[[[12345678901234567890]]]}`],
  ])('are answered to the digit: %s %s', async (query, data) => {
    const graph = await openRawGraph({ a: gives(data) });
    expect(await ask(graph, query)).toBe(`{"data":${data}}`);
    expect(await ask(graph, query)).toBe(`{"data":${data}}`);
  });

  it('are never made one: each entity has its own key', async () => {
    const keys = [BIG, '9007199254740992', BIG, FINE, '0.1', '9007199254740994'];
    const graph = await openRawGraph({
      a: gives(`{"ts":[${keys.map((id) => `{"__typename":"T","id":${id}}`).join()}]}`),
      b: (body) => {
        const asked = [...body.matchAll(/"id":([\d.]+)/g)].map(([, id]) => `{"more":"for ${id}"}`);
        return `{"data":{"_entities":[${asked.join()}]}}`;
      },
    });
    const expected = keys.map((id) => `{"id":${id},"more":"for ${id}"}`).join();
    expect(await ask(graph, '{ ts { id more } }')).toBe(`{"data":{"ts":[${expected}]}}`);
    expect(graph.bodies['b']![0]!.match(new RegExp(`"id":${BIG}`, 'g'))).toHaveLength(1);
  });

  it('are required as they were given', async () => {
    const graph = await openRawGraph({
      a: gives(
        `{"ts":[{"__typename":"T","id":1,"weight":${BIG}},{"__typename":"T","id":1,"weight":${FINE}}]}`,
      ),
      b: (body) => {
        const asked = [...body.matchAll(/"weight":([\d.]+)/g)].map(([, weight]) => `{"heavy":"${weight}"}`);
        return `{"data":{"_entities":[${asked.join()}]}}`;
      },
    });
    expect(await ask(graph, '{ ts { heavy } }')).toBe(
      `{"data":{"ts":[{"heavy":"${BIG}"},{"heavy":"${FINE}"}]}}`,
    );
  });

  it('are given by a mutation and joined after it', async () => {
    const graph = await openRawGraph({
      a: gives(`{"keep":{"__typename":"T","id":${BIG}}}`),
      b: (body) => `{"data":{"_entities":[{"more":"for ${/"id":(\d+)/.exec(body)?.[1]}"}]}}`,
    });
    const query = 'mutation ($l: Long) { keep(long: $l) { id more } }';
    expect(await ask(graph, query, `{"l":${BIG}}`)).toBe(
      `{"data":{"keep":{"id":${BIG},"more":"for ${BIG}"}}}`,
    );
    expect(graph.bodies['a']![0]).toContain(`"l":${BIG}`);
  });

  it('leave what is not JSON refused', async () => {
    for (const data of [`{${BIG}:1}`, `{"long":0${BIG}}`, `{"long":${BIG}.}`, `{"long":${BIG}"}`]) {
      const graph = await openRawGraph({ a: gives(data) });
      expect(await ask(graph, '{ long }')).toContain('REPONSE_INVALIDE');
    }
  });
});

describe('numbers that no double holds, in variables', () => {
  it.each([
    ['query ($v: ID) { echo(id: $v) }', `{"v":${BIG}}`, `{"v":"${BIG}"}`],
    ['query ($v: [ID!]) { echo(ids: $v) }', `{"v":[${BIG},1]}`, `{"v":["${BIG}",1]}`],
    [
      'query ($v: In) { echo(input: $v) }',
      `{"v":{"id":${BIG},"longs":[${BIG}]}}`,
      `{"v":{"id":"${BIG}","longs":[${BIG}]}}`,
    ],
    ['query ($v: Long) { echo(long: $v) }', `{"v":${BIG}}`, `{"v":${BIG}}`],
    ['query ($v: Long) { echo(long: $v) }', `{"v":${FINE}}`, `{"v":${FINE}}`],
    ['query ($v: Json) { echo(json: $v) }', `{"v":{"a":[1e400,"${BIG}"]}}`, `{"v":{"a":[1e400,"${BIG}"]}}`],
  ])('reach the subgraph to the digit, by POST and by GET: %s %s', async (query, given, sent) => {
    const graph = await openRawGraph({ a: gives('{"echo":"reçu"}') });
    expect(await ask(graph, query, given)).toContain('reçu');
    expect(await graph.get(new URLSearchParams({ query, variables: given }).toString())).toContain('reçu');
    for (const body of graph.bodies['a']!) expect(body).toContain(`"variables":${sent}`);
    expect(graph.bodies['a']!.length).toBeGreaterThan(0);
  });

  it.each(['Int', 'String', 'Boolean'])('are refused aloud for %s', async (type) => {
    const graph = await openRawGraph({ a: gives('{"echo":"reçu"}') });
    const answer = await ask(graph, `query ($v: ${type}) { echo(json: [$v]) }`, `{"v":${BIG}}`);
    expect(answer).toContain('BAD_USER_INPUT');
    expect(answer).toContain(BIG);
    expect(graph.bodies['a']).toEqual([]);
  });

  it('are told apart where answers are kept and calls are shared', async () => {
    const graph = await openRawGraph({
      a: (body) => `{"data":{"echo":"${/"v":(.+?)\}/.exec(body)![1]!.replaceAll('"', "'")}"}}`,
    });
    const values = [BIG, '9007199254740992', `"${BIG}"`, FINE, '0.1'];
    const answers = await Promise.all(
      values.map((value) => ask(graph, 'query ($v: Json) { echo(json: $v) }', `{"v":${value}}`)),
    );
    expect(answers).toEqual(values.map((value) => `{"data":{"echo":"${value.replaceAll('"', "'")}"}}`));
  });
});

describe('literals of custom scalars', () => {
  it.each([
    [`echo(long: ${BIG})`],
    ['echo(long: 1.10)'],
    [`echo(long: ${FINE})`],
    ['echo(json: {k: 1.0, s: ACTIF, l: [A, 2.50, "x", null, true]})'],
    ['echo(input: {id: 1, longs: [1.0, 2.00]})'],
  ])('reach the subgraph as they are written: %s', async (field) => {
    const graph = await openRawGraph({ a: gives('{"echo":"reçu"}') });
    await ask(graph, `{ ${field} }`);
    const sent = parse((JSON.parse(graph.bodies['a']![0]!) as { query: string }).query);
    expect(print(sent)).toContain(field);
  });

  it('tell two operations apart whose values are one for a double', async () => {
    const graph = await openRawGraph({ a: (body) => `{"data":{"echo":"${/long:(\d+)/.exec(body)?.[1]}"}}` });
    for (const literal of [BIG, '9007199254740992', BIG])
      expect(await ask(graph, `{ echo(long: ${literal}) }`)).toBe(`{"data":{"echo":"${literal}"}}`);
  });

  it('are told as they are written where they are defaults of the schema', async () => {
    const query = '{ __type(name: "Query") { fields { name args { name defaultValue } } } }';
    const expected = [
      { name: 'long', defaultValue: '9223372036854775807' },
      { name: 'json', defaultValue: '{k: 1.0, s: ACTIF}' },
      { name: 'input', defaultValue: '{longs: [1.10]}' },
    ];
    for (const place of [createFederationExecutor, 'APART'] as const) {
      const graph = await openRawGraph({}, { planning: { place, timeoutMs: 30_000 } });
      const { data } = JSON.parse(await ask(graph, query)) as {
        data: { __type: { fields: { name: string; args: unknown[] }[] } };
      };
      expect(data.__type.fields.find(({ name }) => name === 'defaults')?.args).toEqual(expected);
    }
  });
});

describe('built-in scalars that a subgraph gives', () => {
  it.each([
    ['{ id }', '{"id":1}', '{"id":"1"}'],
    ['{ id }', `{"id":${BIG}}`, `{"id":"${BIG}"}`],
    ['{ float }', '{"float":3}', '{"float":3}'],
    ['{ int }', '{"int":3.0}', '{"int":3}'],
    ['{ int }', '{"int":-2147483648}', '{"int":-2147483648}'],
    ['{ ints }', '{"ints":[1,2147483647]}', '{"ints":[1,2147483647]}'],
  ])('are coerced: %s %s', async (query, given, answered) => {
    const graph = await openRawGraph({ a: gives(given) });
    expect(await ask(graph, query)).toBe(`{"data":${answered}}`);
  });

  it.each([
    ['int', '3000000000'],
    ['int', '-2147483649'],
    ['ints', '[1,3000000000]'],
    ['int', '1.5'],
    ['int', '"3"'],
    ['int', BIG],
    ['float', '1e400'],
    ['float', '"1.5"'],
    ['bool', '1'],
    ['text', '5'],
    ['id', '1.5'],
    ['id', 'true'],
  ])('are refused aloud: %s %s', async (field, value) => {
    const graph = await openRawGraph({ a: gives(`{"${field}":${value}}`) });
    const answer = JSON.parse(await ask(graph, `{ ${field} }`)) as Readonly<Record<string, unknown>>;
    expect(answer['data']).toEqual({ [field]: null });
    expect(JSON.stringify({ ...answer, data: undefined })).toContain(`"path":["${field}"`);
  });
});

describe('a subgraph in memory', () => {
  const clientRequest = { id: 'essai', identity: {}, headers: {}, signal: new AbortController().signal };
  const schema = buildSchema('scalar Long type Query { same(v: Long): Long fails: Int }');
  Object.assign(schema.getType('Long') as GraphQLScalarType, { serialize: (value: unknown) => value });
  schema.getQueryType()!.getFields()['same']!.resolve = (_, { v }: { v?: unknown }) => v;
  schema.getQueryType()!.getFields()['fails']!.resolve = () => {
    throw new Error('Raté');
  };
  const caller = createInMemoryCaller({ schema, createContext: () => ({}) });

  it.each(['query ($v: Long) { same(v: $v) }', 'query ($v: Long) { same(v: $v) fails }'])(
    'takes and gives whole numbers past doubles as bigints: %s',
    async (query) => {
      const request = {
        subgraph: 'a',
        query,
        operationKind: 'query',
        variables: { v: 2n ** 64n + 1n },
        clientRequest,
      };
      expect((await caller.call(request as never)).data).toMatchObject({ same: 2n ** 64n + 1n });
    },
  );
});

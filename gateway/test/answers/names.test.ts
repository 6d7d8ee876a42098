import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationResult } from '../../src/request/operation.ts';
import type { Gateway } from '../../src/server.ts';
import { jsonTextOf } from '@palier/federation/json/json-text';
import { SILENT } from '../../src/testing/loggers.ts';
import { openGateway } from '../../src/testing/open-gateway.ts';
import type { GraphQLResponseLike } from '../../src/request/subgraph-caller.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const SUBGRAPHS = {
  a: {
    sdl: `${LINK}
      type Query {
        v: String  said(valueOf: Int): String  t: T  all: [T]
        constructor(toString: Mode, hasOwnProperty: valueOf): toString
      }
      type T @key(fields: "id") { id: ID!  x: Int }
      type toString { valueOf: Int  isPrototypeOf: [toString] }
      enum Mode { constructor toString }
      input valueOf { constructor: Int }`,
    resolvers: {
      Query: {
        v: () => 'v',
        said: (_: unknown, given: { valueOf?: number }) =>
          Object.hasOwn(given, 'valueOf') ? `s${given.valueOf}` : 's',
        t: () => ({ id: '1', x: 2 }),
        all: () => ['1', '2'].map((id) => ({ id, x: 2 })),
        constructor: (
          _: unknown,
          given: { toString?: string; hasOwnProperty?: { constructor: number } },
        ) => ({
          valueOf: Object.hasOwn(given, 'hasOwnProperty')
            ? given.hasOwnProperty?.constructor
            : given.toString?.length,
          isPrototypeOf: [{ valueOf: 0, isPrototypeOf: null }],
        }),
      },
    },
  },
  b: {
    sdl: `${LINK} type T @key(fields: "id") { id: ID!  y(n: Int = 3): Int  toString: String }`,
    resolvers: {
      T: {
        __resolveReference: (of: unknown) => of,
        y: (_: unknown, { n }: { n: number }) => n,
        toString: ({ id }: { id: string }) => `b${id}`,
      },
    },
  },
};

let gateway: Gateway;
const calls: string[] = [];

beforeAll(async () => {
  const schemas = new Map<string, GraphQLSchema>(
    Object.entries(SUBGRAPHS).map(([name, { sdl, resolvers }]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }),
    ]),
  );
  const composed = composeServices(
    Object.entries(SUBGRAPHS).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://${name}`,
    })),
  );
  gateway = await openGateway({
    supergraph: { sdl: composed.supergraphSdl! },
    logger: SILENT,
    callers: ({ name }) => ({
      async call({ query, variables }) {
        calls.push(query);
        const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
        const result = await graphql({ schema: schemas.get(name)!, source: query, variableValues: sent });
        return JSON.parse(JSON.stringify(result)) as GraphQLResponseLike;
      },
    }),
  });
});
afterAll(() => gateway.stop());

async function ask(query: string, variables = '{}'): Promise<OperationResult> {
  calls.length = 0;
  return gateway.execute({ query, variables: JSON.parse(variables) as Record<string, unknown> });
}

describe('names that every object answers to', () => {
  it.each([
    ['__proto__, at the root and in an entity', '{ __proto__: v t { __proto__: y x } }'],
    ['constructor', '{ constructor: v t { constructor: y x } }'],
    ['toString, beside a field of that name', '{ toString: v t { toString: y x } }'],
    ['hasOwnProperty, in a list', '{ hasOwnProperty: v t { hasOwnProperty: y x } }'],
    ['__defineGetter__', '{ __defineGetter__: v t { __defineGetter__: y x } }'],
    ['__lookupSetter__', '{ __lookupSetter__: v t { __lookupSetter__: y x } }'],
  ])('are aliases like others: %s', async (_, query) => {
    const [alias = ''] = /\w+/.exec(query) ?? [];
    const result = await ask(query);
    const text = `{"data":{"${alias}":"v","t":{"${alias}":3,"x":2}}}`;
    expect(jsonTextOf(result)).toBe(text);
    expect(({} as Record<string, unknown>)['y']).toBeUndefined();
  });

  it('are aliases of objects and lists, and of __typename', async () => {
    const { data } = await ask(
      '{ __proto__: all { __proto__: __typename valueOf: id } constructor: t { x } }',
    );
    expect(jsonTextOf({ data })).toBe(
      '{"data":{"__proto__":[{"__proto__":"T","valueOf":"1"},{"__proto__":"T","valueOf":"2"}],"constructor":{"x":2}}}',
    );
  });

  it('are names of types, fields, arguments, values and members of inputs', async () => {
    const result = await ask(
      `query ($valueOf: valueOf) {
        constructor(hasOwnProperty: $valueOf) { __typename valueOf isPrototypeOf { valueOf isPrototypeOf { valueOf } } }
        again: constructor(toString: toString) { ... on toString { valueOf } }
      }`,
      '{"valueOf":{"constructor":7}}',
    );
    expect(JSON.parse(jsonTextOf(result))).toEqual({
      data: {
        constructor: {
          __typename: 'toString',
          valueOf: 7,
          isPrototypeOf: [{ valueOf: 0, isPrototypeOf: null }],
        },
        again: { valueOf: 8 },
      },
    });
    expect((await ask('{ t { toString } all { toString x } }')).data).toEqual({
      t: { toString: 'b1' },
      all: [
        { toString: 'b1', x: 2 },
        { toString: 'b2', x: 2 },
      ],
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'are names of variables: $%s',
    async (name) => {
      const query = `query ($${name}: Int, $on: Boolean = true) { said(valueOf: $${name}) t { y(n: $${name}) @include(if: $on) } }`;
      expect((await ask(query, `{"${name}":5}`)).data).toEqual({ said: 's5', t: { y: 5 } });
      expect((await ask(query)).data).toEqual({ said: 's', t: { y: 3 } });
      const under = `query ($${name}: Boolean!) { v @include(if: $${name}) t { x @skip(if: $${name}) y @include(if: $${name}) } }`;
      expect((await ask(under, `{"${name}":true}`)).data).toEqual({ v: 'v', t: { y: 3 } });
      expect((await ask(under, `{"${name}":false}`)).data).toEqual({ t: { x: 2 } });
    },
  );

  it('are names of aliases of the schema', async () => {
    const result = await ask('{ __proto__: __schema { __proto__: queryType { constructor: name } } v }');
    expect(jsonTextOf(result)).toBe('{"data":{"__proto__":{"__proto__":{"constructor":"Query"}},"v":"v"}}');
  });
});

describe('null for the variable of a condition', () => {
  it.each([
    ['of an entity of another subgraph', 'query ($i: Boolean = true) { t { x y @include(if: $i) } }'],
    ['of a field of one subgraph', 'query ($i: Boolean = true) { v @include(if: $i) said }'],
    ['that leaves nothing', 'query ($i: Boolean = true) { v @include(if: $i) }'],
    ['to skip', 'query ($i: Boolean = false) { v @skip(if: $i) said }'],
    ['of an inline fragment', 'query ($i: Boolean = true) { t { ... @include(if: $i) { x } } }'],
    ['in a fragment', 'query ($i: Boolean = true) { t { ...F } } fragment F on T { x @skip(if: $i) }'],
    ['of the schema', 'query ($i: Boolean = true) { v __schema { queryType @include(if: $i) { name } } }'],
  ])('is a fault of the request, and nobody is asked: %s', async (_, query) => {
    const { errors, ...others } = await ask(query, '{"i":null}');
    expect(errors).toMatchObject([
      {
        message: 'La variable « $i » (Boolean!) ne peut être nulle.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(others).toEqual({});
    expect(calls).toEqual([]);
    const { errors: none } = await ask(query);
    expect(none).toBeUndefined();
  });

  it('is no fault where the variable decides of nothing', async () => {
    const query = `query A($n: Int = 4, $i: Boolean = true) { t { y(n: $n) x @include(if: $i) } }`;
    expect((await ask(query, '{"n":null}')).data).toEqual({ t: { y: null, x: 2 } });
    expect((await ask(query, '{"n":1}')).data).toEqual({ t: { y: 1, x: 2 } });
  });
});

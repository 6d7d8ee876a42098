import { buildSchema, GraphQLError } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { CancelSignal } from '../../request/client-request.ts';
import { ANONYMOUS } from '../../request/identity.ts';
import { createInMemoryCaller } from './in-memory-caller.ts';
import type { GraphQLResponseLike } from '../../request/subgraph-caller.ts';

const schema = buildSchema(`
  type Query { sum(of: [Int!]!): Int fails(on: Int): Int }
  type Mutation { write(value: Int): Int fails(on: Int): Int }
`);
/** Arguments that a compiled read gives are frozen; those of graphql-js are not. */
let calls: { readonly field: string; readonly isCompiled: boolean }[];

function resolve(type: 'Query' | 'Mutation', field: string, value: (args: never) => unknown): void {
  const root = type === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
  root.getFields()[field]!.resolve = (_source, args) => {
    calls.push({ field, isCompiled: Object.isFrozen(args) });
    return value(args as never);
  };
}

const fail = (): never => {
  throw new Error('Raté');
};

function call(query: string, operationKind: 'query' | 'mutation' = 'query'): Promise<GraphQLResponseLike> {
  const clientRequest = { id: 'essai', identity: ANONYMOUS, headers: {}, signal: new CancelSignal() };
  const request = { subgraph: 'essai', query, operationKind, variables: {}, clientRequest };
  return createInMemoryCaller({ schema, createContext: () => ({}) }).call(request);
}

beforeEach(() => {
  calls = [];
  resolve('Query', 'sum', ({ of }: { of: number[] }) => of.reduce((one, other) => one + other, 0));
  resolve('Query', 'fails', fail);
  resolve('Mutation', 'write', ({ value }: { value: number }) => value);
  resolve('Mutation', 'fails', fail);
});

it.each([
  ['its root fields', '{ sum(of: [1]) other: sum(of: [2]) }', [{ path: ['sum'] }, { path: ['other'] }]],
  // The gateway knows which were asked.
  ['entities', 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }', [{}]],
])('an instant that cannot be read is refused for %s', async (_what, query, places) => {
  const refusal = { message: 'Hors mémoire', extensions: { code: 'INSTANT_HORS_MEMOIRE' } };
  const settle = () => Promise.reject(new GraphQLError(refusal.message, refusal));
  const au = '2026-01-01T00:00:00.000Z';
  const clientRequest = { id: 'essai', identity: ANONYMOUS, headers: {}, signal: new CancelSignal(), au };
  const request = { subgraph: 'essai', query, operationKind: 'query' as const, variables: {}, clientRequest };
  const answer = await createInMemoryCaller({ schema, createContext: () => ({}), settle }).call(request);
  expect(answer).toEqual({ errors: places.map((place) => ({ ...refusal, ...place })) });
});

describe('a read that was given up', () => {
  const read = (settle: () => Promise<void>, givenUp: CancelSignal, endsAt: number): Promise<unknown> => {
    const au = '2026-01-01T00:00:00.000Z';
    const clientRequest = { id: 'essai', identity: ANONYMOUS, headers: {}, signal: new CancelSignal(), au };
    const query = '{ sum(of: [1]) }';
    const request = {
      subgraph: 'essai',
      query,
      operationKind: 'query' as const,
      variables: {},
      clientRequest,
    };
    return createInMemoryCaller({ schema, createContext: () => ({}), settle }).call(request, {
      endsAt,
      givenUp,
    });
  };

  it('while its instant settled is not run', async () => {
    const givenUp = new CancelSignal();
    const settling = Promise.resolve().then(() => givenUp.abort());
    await expect(read(() => settling, givenUp, performance.now() + 60_000)).rejects.toThrow('Nobody waits');
    expect(calls).toEqual([]);
  });

  it('by its time is not run', async () => {
    const late = read(() => Promise.resolve(), new CancelSignal(), performance.now() - 1);
    await expect(late).rejects.toThrow('Nobody waits');
    expect(calls).toEqual([]);
  });

  it('by nobody is', async () => {
    const answer = read(() => Promise.resolve(), new CancelSignal(), performance.now() + 60_000);
    expect(await answer).toMatchObject({ data: { sum: 1 } });
  });
});

describe('a call in memory', () => {
  it('runs a read compiled, and once', async () => {
    expect((await call('{ sum(of: [1, 2]) }')).data).toEqual({ sum: 3 });
    expect(calls).toEqual([{ field: 'sum', isCompiled: true }]);
  });

  it('has graphql-js say what went wrong with a read', async () => {
    const { data, errors } = await call('{ sum(of: [1, 2]) fails }');
    expect(data).toEqual({ sum: 3, fails: null });
    expect(errors?.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: 'Raté', path: ['fails'] },
    ]);
    expect(calls.map(({ isCompiled }) => isCompiled)).toEqual([true, true, false, false]);
  });

  it('never runs a write twice, even one that fails', async () => {
    const { data, errors } = await call('mutation { write(value: 4) fails }', 'mutation');
    expect(data).toEqual({ write: 4, fails: null });
    expect(errors).toHaveLength(1);
    expect(calls.map(({ field }) => field)).toEqual(['write', 'fails']);
  });
});

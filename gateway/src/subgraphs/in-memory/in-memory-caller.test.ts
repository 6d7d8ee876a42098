import { buildSchema } from 'graphql';
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

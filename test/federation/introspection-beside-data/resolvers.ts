import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { thing: () => ({ id: 't1', name: 'vase' }), old: () => 1 },
    Thing: { __resolveReference: () => ({ id: 't1', name: 'vase' }) },
  },
  b: { Thing: { long: ({ name }: { name: string }, { n }: { n: number }) => name.repeat(n) } },
});

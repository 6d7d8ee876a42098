import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { id: () => 'root', x: () => 1, node: () => ({ id: 'root' }) },
    Node: { __resolveType: () => 'Query' },
  },
  b: { Query: { y: () => 'y' } },
});

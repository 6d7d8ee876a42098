import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { node: () => ({ id: 'n1' }), other: () => 'here' }, Node: { __resolveType: () => null } },
  b: { Query: { known: () => ({ id: 'n1', label: 'one' }) } },
});

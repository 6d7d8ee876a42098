import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { a: () => ({ id: 'n1' }), product: () => ({ __typename: 'Bread', id: 'p1' }) },
    Node: { __resolveType: () => 'Node' },
    Product: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
  b: {
    Query: { b: () => ({ id: 'n1', field: 'foo' }) },
    Product: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name ${id}` }) },
  },
});

import type { CreateResolvers } from '../claim.ts';

const things = [
  { __typename: 'Oven', id: 'o1', warranty: 1, price: 0 },
  { __typename: 'Toaster', id: 't1', warranty: 2, price: 20 },
];
const find = ({ id }: { id: string }) => things.find((thing) => thing.id === id);
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const sibling = ({ id }: { id: string }) => things.find((thing) => thing.id !== id);

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      products: () => [things[0], null, things[1]],
      node: (_: unknown, args: { id: string }) => find(args),
      nodes: () => things,
    },
    Product: abstract,
    Node: abstract,
    Oven: { __resolveReference: find },
    Toaster: { __resolveReference: find },
  },
  b: {
    Node: abstract,
    Priced: abstract,
    Oven: { __resolveReference: find, sibling },
    Toaster: { __resolveReference: find, sibling },
  },
});

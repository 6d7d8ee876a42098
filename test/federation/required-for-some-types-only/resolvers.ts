import type { CreateResolvers } from '../claim.ts';

const item = (id: string) => ({ id, a: 1, b: 2 });
const nodes = [
  { __typename: 'Shelf', id: 's1', item: item('i1') },
  { __typename: 'Crate', id: 'c1', item: item('i2') },
];

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { nodes: () => nodes },
    Node: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Item: { __resolveReference: ({ id }: { id: string }) => item(id) },
  },
  b: {
    Item: {
      ofA: ({ a }: { a?: number }) => (a === undefined ? new Error('not given') : `a ${a}`),
      ofB: ({ b }: { b?: number }) => (b === undefined ? new Error('not given') : `b ${b}`),
      plain: () => 0,
    },
  },
});

import type { CreateResolvers } from '../claim.ts';

const root = { id: 'root', isRoot: true };
const book = { id: 'b1', title: 'Un livre' };
const ofType = { __resolveType: (value: object) => ('isRoot' in value ? 'query_root' : 'Book') };

export const createResolvers: CreateResolvers = () => {
  let done = 0;
  return {
    a: {
      query_root: {
        id: () => 'root',
        x: () => 1,
        self: () => root,
        node: () => root,
        nodes: () => [root, book, null],
      },
      mutation_root: {
        doIt: () => ({ ok: true, query: root }),
        again: () => ({}),
        twice: () => (done += 2),
      },
      Node: ofType,
    },
    b: {
      Query: { y: (_: unknown, { n }: { n?: number }) => `y${n ?? ''}`, me: () => ({}) },
      Mutation: { other: (_: unknown, { n }: { n: number }) => n },
    },
  };
};

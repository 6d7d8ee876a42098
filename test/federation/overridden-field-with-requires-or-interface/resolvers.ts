import type { CreateResolvers } from '../claim.ts';

const posts = [{ __typename: 'Post', id: 'p1' }];

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      feed: () => posts,
      nodes: () => [...posts, { __typename: 'Photo', id: 'f1', created: 'photo' }],
    },
    Node: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Post: { __resolveReference: (given: object) => given, created: () => 'a', author: () => 'u1' },
  },
  b: {
    Post: { created: () => 'b', rank: ({ score }: { score?: number }) => score ?? new Error('not given') },
  },
  c: { Post: { __resolveReference: (given: object) => given, score: () => 9, rank: () => 1 } },
});

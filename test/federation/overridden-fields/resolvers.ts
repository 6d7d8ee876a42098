import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  old: {
    Query: { posts: () => [{ id: 'p1' }], feed: () => [{ id: 'old' }] },
    Post: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      created: () => 'old',
      text: () => 'text',
    },
  },
  new: {
    Query: { feed: () => [{ id: 'p2' }], fresh: () => ({ id: 'p3' }) },
    Post: { __resolveReference: ({ id }: { id: string }) => ({ id }), created: () => 'new', gone: () => 7 },
  },
});

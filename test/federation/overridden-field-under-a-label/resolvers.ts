import type { CreateResolvers } from '../claim.ts';

const posts = { __resolveReference: ({ id }: { id: string }) => ({ id }) };

export const createResolvers: CreateResolvers = () => ({
  old: {
    Query: { posts: () => [{ id: 'p1' }] },
    Post: { ...posts, created: () => 'old', text: () => 'old', likes: () => 1 },
  },
  new: { Post: { ...posts, created: () => 'new', text: () => 'new', likes: () => 2 } },
});

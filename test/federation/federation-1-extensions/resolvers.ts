import type { CreateResolvers } from '../claim.ts';

const users = [
  { id: 'u1', email: 'a@x', name: 'Ana' },
  { id: 'u2', email: 'b@x', name: null },
];
const reviews = [
  { id: 'r1', body: 'bon', author: users[0] },
  { id: 'r2', body: 'long', author: users[1] },
];

export const createResolvers: CreateResolvers = () => ({
  users: {
    Query: { me: () => users[0], users: () => users },
    User: {
      __resolveReference: (given: { id?: string; email?: string }) =>
        users.find((user) => user.id === given.id || user.email === given.email),
    },
  },
  reviews: {
    Query: { reviews: () => reviews },
    Review: { __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id) },
    User: {
      reviews: ({ id }: { id: string }) => reviews.filter((review) => review.author?.id === id),
      signature: ({ name }: { name?: string | null }) =>
        name === undefined ? new Error('not given') : `- ${name}`,
    },
  },
  badges: { User: { badge: ({ email }: { email: string }) => `badge of ${email}` } },
});

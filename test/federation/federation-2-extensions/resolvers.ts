import type { CreateResolvers } from '../claim.ts';

const users = [{ id: 'u1', name: 'Ana', since: 1999 }];

export const createResolvers: CreateResolvers = () => ({
  users: {
    Query: { me: () => ({ id: 'u1', since: 1999 }), random: () => ({ id: 'u1', since: 1999 }) },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  profiles: {
    Query: { profiles: () => users },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
});

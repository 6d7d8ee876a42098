import type { CreateResolvers } from '../claim.ts';

const users = [
  { __typename: 'User', id: 'u1', name: 'Ana', similar: [], count: 0 },
  { __typename: 'Admin', id: null, name: 'Ben', similar: [null], count: 0 },
];

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { users: () => users, accounts: () => users },
    Account: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
  b: { User: { extra: () => 0 } },
});

import type { CreateResolvers } from '../claim.ts';

const users = [
  { id: 'u1', ssn: 's1', name: 'Ana', order: 'NAME' },
  { id: 'u2', ssn: 's2', name: 'Ben', order: 'INTERNAL' },
];

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      users: () => users,
      echo: (_: unknown, { order }: { order: string }) => order,
      members: () => [{ __typename: 'Guest', id: 'g1' }],
    },
    Member: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
  b: { User: { age: ({ ssn }: { ssn: string }) => (ssn === 's1' ? 30 : 40) } },
});

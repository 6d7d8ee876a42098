import type { CreateResolvers } from '../claim.ts';

const user = { id: 'u1', name: 'Ana', age: 40, mail: 'a@x', file: { number: 'f1', note: 'ok' } };

export const createResolvers: CreateResolvers = () => ({
  clinic: {
    Query: {
      me: () => user,
      users: () => [user],
      stats: () => ({ count: 1 }),
      search: () => [
        { ...user, __typename: 'User' },
        { __typename: 'Secret', code: 'c' },
      ],
      works: () => [
        { __typename: 'Book', title: 'Givre', price: 3 },
        { __typename: 'Diary', title: 'mine' },
      ],
      open: () => 'open',
      notes: () => [{ grade: 'A', text: 'fin' }],
    },
    Mutation: { close: () => user },
    User: { __resolveReference: () => user },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Work: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
  labs: {
    User: {
      risk: ({ age }: { age?: number }) => (age === undefined ? new Error('not given') : `risk ${age}`),
      tests: () => [{ name: 't', result: 'r' }],
    },
  },
});

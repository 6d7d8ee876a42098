import type { CreateResolvers } from '../claim.ts';

const accounts = [
  { __typename: 'Admin', id: 'a1', name: 'Ana', level: 3 },
  { __typename: 'Regular', id: 'r1', name: 'Ben' },
];
const find = ({ id }: { id: string }) => accounts.find((account) => account.id === id);

export const createResolvers: CreateResolvers = () => ({
  accounts: {
    Query: { accounts: () => accounts, admins: () => accounts.filter(({ level }) => level) },
    Account: {
      __resolveType: ({ __typename }: { __typename: string }) => __typename,
      __resolveReference: find,
    },
    Admin: { __resolveReference: find },
    Regular: { __resolveReference: find },
  },
  activity: {
    Query: { active: () => [{ id: 'a1' }, { id: 'r1' }] },
    Account: {
      __resolveReference: (given: object) => given,
      seen: ({ id }: { id: string }) => id === 'a1',
      greeting: ({ name }: { name?: string }) => (name ? `Bonjour ${name}` : new Error('not given')),
      friends: ({ id }: { id: string }) => (id === 'a1' ? [{ id: 'r1' }] : []),
    },
  },
  labels: {
    Account: {
      __resolveReference: (given: object) => given,
      label: ({ id }: { id: string }) => `label ${id}`,
    },
  },
});

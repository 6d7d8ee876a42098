import type { CreateResolvers } from '../claim.ts';

const abstract = { __resolveType: ({ id }: { id: string }) => (id.startsWith('a') ? 'Account' : 'Chat') };
const given = (reference: object) => reference;
const node = (_: unknown, { id }: { id: string }) => (/^[ac]/.test(id) ? { id } : null);

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { node, account: node },
    Node: abstract,
    Account: { __resolveReference: given, username: ({ id }: { id: string }) => `user ${id}` },
    Chat: { __resolveReference: given, account: () => ({ id: 'a1' }) },
  },
  b: {
    Query: { node, chat: node },
    Node: abstract,
    Account: { __resolveReference: given, chats: () => [{ id: 'c1' }] },
    Chat: { __resolveReference: given, text: ({ id }: { id: string }) => `text ${id}` },
  },
});

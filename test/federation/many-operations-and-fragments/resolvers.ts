import type { CreateResolvers } from '../claim.ts';

const node = (id: string): { id: string; name: string; children: unknown[] } => ({
  id,
  name: `n${id}`,
  children: id.length < 3 ? [`${id}0`, `${id}1`].map(node) : [],
});

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { tree: () => node('0') }, Node: { __resolveReference: ({ id }: { id: string }) => node(id) } },
  'b-2 (beta)': {
    Node: {
      __resolveReference: (given: object) => given,
      weight: ({ id }: { id: string }) => id.length,
      parent: ({ id }: { id: string }) => (id.length > 1 ? { id: id.slice(0, -1) } : null),
    },
  },
});

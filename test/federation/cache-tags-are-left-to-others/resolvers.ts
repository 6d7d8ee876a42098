import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  shop: { Query: { product: (_: unknown, { id }: { id: string }) => ({ id, name: `n-${id}` }) } },
  stock: { Product: { __resolveReference: ({ id }: { id: string }) => ({ id, count: id.length }) } },
});

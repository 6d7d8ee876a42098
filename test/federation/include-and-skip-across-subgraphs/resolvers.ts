import type { CreateResolvers } from '../claim.ts';

const product = { id: 'p1', name: 'Lampe', price: 3 };

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { product: () => product, other: () => 1 }, Product: { __resolveReference: () => product } },
  b: {
    Product: {
      isDear: ({ price }: { price?: number }) => (price === undefined ? new Error('not given') : price > 10),
      stock: () => ({ count: 0, place: 'A' }),
    },
  },
});

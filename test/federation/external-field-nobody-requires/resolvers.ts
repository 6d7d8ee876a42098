import type { CreateResolvers } from '../claim.ts';

const product = { id: 'p1', name: 'Lampe', price: { amount: 0 } };

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { product: () => product }, Product: { __resolveReference: () => product } },
  b: { Query: { other: () => ({ id: 'p1' }) }, Product: { size: () => 4 } },
});

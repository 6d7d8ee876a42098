import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { product: () => ({ id: 'p1', pid: 'q1' }) } },
  b: { Product: { category: () => ({ id: 'c1', details: { rank: 0 }, main: { id: 'p2', pid: 'q2' } }) } },
  c: { Product: { category: () => ({ id: 'c1', products: 2 }) } },
});

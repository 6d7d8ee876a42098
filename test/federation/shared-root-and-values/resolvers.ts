import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      product: () => ({ id: 'p1', name: { id: 'n1', brand: 'Nord' } }),
      status: () => ({ ok: true, code: 0 }),
    },
  },
  b: {
    Query: {
      product: () => ({ id: 'p1', price: { amount: 0, currency: 'CAD' } }),
      status: () => ({ ok: true, code: 0 }),
    },
  },
  c: { Query: { product: () => ({ id: 'p1', name: { id: 'n1', model: 'X' }, category: '' }) } },
});

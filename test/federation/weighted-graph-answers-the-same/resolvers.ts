import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { items: () => [{ id: '1', kind: 'A' }] } },
  b: { Item: { dear: () => 0 } },
});

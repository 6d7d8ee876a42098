import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { a: () => 'a', t: () => ({ id: 't', one: 1 }) } },
  b: { Query: { b: () => 'b' }, T: { two: () => 2 } },
});

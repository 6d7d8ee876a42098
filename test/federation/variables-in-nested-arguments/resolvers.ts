import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { items: (_: unknown, args: unknown) => [{ id: 'i1', echo: args }] } },
  b: { Item: { size: (_: unknown, args: unknown) => args } },
});

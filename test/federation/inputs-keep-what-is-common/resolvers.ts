import type { CreateResolvers } from '../claim.ts';

const show = (_: unknown, args: object) => JSON.stringify(args);

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { usersA: show, same: show } },
  b: { Query: { usersB: show, same: show } },
});

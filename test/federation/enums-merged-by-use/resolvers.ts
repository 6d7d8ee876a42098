import type { CreateResolvers } from '../claim.ts';

const user = { id: 'u1', kind: 'PAGE', second: 'TEXT', shape: 'OVAL' };

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { users: () => [user], sized: (_: unknown, { size }: { size: string }) => size },
    User: { __resolveReference: () => user },
  },
  b: {
    Query: {
      kinds: (_: unknown, { kind }: { kind: string }) => [{ ...user, second: kind }],
      other: (_: unknown, { size }: { size: string }) => size,
    },
    User: { __resolveReference: () => user },
  },
});

import type { CreateResolvers } from '../claim.ts';

const thing = { id: 't1', shape: { sides: 3 } };

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { one: () => ({ left: thing, right: thing, both: [thing, thing] }) },
    Thing: { __resolveReference: () => thing },
  },
  b: {
    Thing: {
      label: ({ shape }: { shape: { sides: number } }) => `${shape.sides} sides`,
      owner: () => ({ id: 'o1', first: 'Ana' }),
    },
    Owner: { __resolveReference: () => ({ id: 'o1', first: 'Ana' }) },
  },
  c: { Owner: { last: () => 'Roy', things: () => [{ id: 't1' }] }, Thing: { c: () => 9 } },
});

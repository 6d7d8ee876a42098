import type { CreateResolvers } from '../claim.ts';

const thing = { id: 't1', name: 'vase', size: 3 };

export const createResolvers: CreateResolvers = () => ({
  a: { Query: { thing: () => thing }, Thing: { __resolveReference: () => thing } },
  b: { Thing: { label: ({ size }: { size: number }) => `size ${size}`, name: () => 'vase' } },
});

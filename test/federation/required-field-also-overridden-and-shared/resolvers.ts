import type { CreateResolvers } from '../claim.ts';

const size = (_: unknown, { unit }: { unit: string }) => (unit === 'MM' ? 30 : 3);
const given = (reference: object) => reference;

export const createResolvers: CreateResolvers = () => ({
  stock: {
    Query: { items: () => [{ sku: 's1' }] },
    Item: { __resolveReference: given, size, name: () => 'new' },
  },
  legacy: { Item: { __resolveReference: given, size, name: () => 'old' } },
  boxes: {
    Item: {
      __resolveReference: given,
      box: ({ size: length, name }: { size: number; name: string }) => `${length} ${name}`,
      crate: ({ size: length }: { size: number }) => `crate ${length}`,
    },
  },
});

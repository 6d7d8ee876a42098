import type { CreateResolvers } from '../claim.ts';

const ids: Record<string, string | null> = { b1: '1', b2: null, b3: '3' };

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      boxes: () => [
        { book: { upc: 'b1' } },
        null,
        { book: null },
        { book: { upc: 'b2' } },
        { book: { upc: 'gone' } },
        { book: { upc: 'b3' } },
      ],
    },
  },
  b: {
    Book: { __resolveReference: ({ upc }: { upc: string }) => (upc in ids ? { upc, id: ids[upc] } : null) },
  },
  c: {
    Book: {
      __resolveReference: ({ id }: { id: string | null }) =>
        id ? { id, title: `book ${id}`, pages: Number(id) } : null,
    },
  },
});

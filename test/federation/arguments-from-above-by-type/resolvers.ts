import type { CreateResolvers } from '../claim.ts';

const one = { id: 'n1' };
const shared = { note: one, mark: { id: 'm1' }, tag: { id: 't1' }, size: { id: 's1' } };
const book = { __typename: 'Book', id: 'b1', title: 'Trois', pages: 300, today: 'long ago', ...shared };
const film = { __typename: 'Film', id: 'f1', title: null, minutes: 90, ...shared };
const shelf = { __typename: 'Shelf', id: 'h1', place: 7, top: film, tag: { id: 't1' } };

type Args = Readonly<Record<string, unknown>>;
const reference = { __resolveReference: ({ id }: { id: string }) => ({ id }) };

export const createResolvers: CreateResolvers = () => ({
  library: {
    Query: {
      today: () => 'monday',
      items: () => [book, film],
      things: () => [film, shelf, null, book],
      shelf: () => shelf,
      note: () => one,
    },
    Note: { ...reference, day: (_: unknown, { today }: Args) => String(today) },
    Mark: { ...reference, of: (_: unknown, { title }: Args) => String(title) },
    Tag: { ...reference, size: (_: unknown, { n }: Args) => n },
    Size: { ...reference, length: (_: unknown, { n }: Args) => n },
  },
  words: {
    Note: { ...reference, text: () => 'noted' },
    Mark: { ...reference, text: () => 'marked' },
  },
});

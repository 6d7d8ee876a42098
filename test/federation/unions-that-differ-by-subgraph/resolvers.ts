import type { CreateResolvers } from '../claim.ts';

const book = { __typename: 'Book', title: 'Givre' };
const film = { __typename: 'Film', title: 'Marée', minutes: 0 };
const song = { __typename: 'Song', title: 'Vent', key: 'la' };
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      media: () => book,
      book: () => film,
      root: () => ({ id: 'x', all: [book], onlyA: [book, film] }),
    },
    Media: abstract,
    Box: { __resolveReference: () => ({ id: 'x', all: [book], onlyA: [book, film] }) },
  },
  b: {
    Query: { media: () => book, song: () => song },
    Media: abstract,
    Box: { __resolveReference: () => ({ id: 'x', all: [book], onlyB: [book, song] }) },
  },
});

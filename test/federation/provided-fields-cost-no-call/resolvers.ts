import type { CreateResolvers } from '../claim.ts';

const maker = { id: 'm1', name: 'Atelier', town: 'Rimouski' };
const book = { __typename: 'Book', id: 'w1', title: 'Givre', pages: 12, year: 1990, maker };
const film = { __typename: 'Film', id: 'w2', title: 'Marée', maker };
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

export const createResolvers: CreateResolvers = () => ({
  shelves: {
    Query: {
      shelf: () => ({ name: 'A', books: [book], plain: [book] }),
      found: () => [book, film],
      any: () => book,
    },
    Found: abstract,
    Work: abstract,
  },
  works: {
    Book: { __resolveReference: () => book },
    Film: { __resolveReference: () => film },
    Maker: { __resolveReference: () => maker },
    Work: abstract,
  },
});

import type { CreateResolvers } from '../claim.ts';

const media = [
  { __typename: 'Video', id: '1', seconds: 100 },
  { __typename: 'Article', id: '2', words: 0 },
];
const find = ({ id }: { id: string }) => media.find((item) => item.id === id);
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const author = { id: 'a1', name: 'Ana', works: [{ id: '1' }, { id: '2' }] };

export const createResolvers: CreateResolvers = () => ({
  media: {
    Query: { media: () => media[0] },
    Media: { ...abstract, __resolveReference: find },
    Video: { __resolveReference: find },
    Article: { __resolveReference: find },
  },
  authors: {
    Query: { author: () => author },
    Author: { __resolveReference: () => author },
    Media: {
      __resolveReference: (given: object) => given,
      title: ({ id }: { id: string }) => `title ${id}`,
      author: () => author,
    },
  },
  playlists: {
    Query: { playlist: () => ({ id: 'l1', media: { __typename: 'Article', id: '2' } }) },
    Media: abstract,
  },
});

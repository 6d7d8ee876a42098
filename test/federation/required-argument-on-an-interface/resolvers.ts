import type { CreateResolvers } from '../claim.ts';

const url =
  (name: string) =>
  ({ size }: { size: number }) =>
    `${name}@${size}`;
const photo = (name: string) => ({ __typename: 'Photo', url: url(name) });
const albums = [
  { id: 'a1', cover: photo('sea'), best: photo('sky') },
  { id: 'a2', cover: { __typename: 'Clip', url: url('run'), seconds: 4 }, best: null },
];
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

interface Printed {
  readonly cover: { readonly url: string; readonly seconds?: number };
  readonly best: { readonly url: string } | null;
}

export const createResolvers: CreateResolvers = () => ({
  media: {
    Query: { albums: () => albums },
    Album: { __resolveReference: ({ id }: { id: string }) => albums.find((album) => album.id === id) },
    Media: abstract,
  },
  prints: {
    Album: {
      small: ({ cover }: Printed) => cover.url,
      large: ({ cover, best }: Printed) => [cover.url, cover.seconds, best?.url].join(' '),
    },
    Media: abstract,
  },
});

import type { CreateResolvers } from '../claim.ts';

const authors = [
  { id: 'a1', name: 'Ève', years: 1 },
  { id: 'a2', name: 'Omer', years: 30 },
];
const posts = [
  { id: 'p1', author: { id: 'a1' } },
  { id: 'p2', author: { id: 'a2' } },
];
const byId = <T extends { id: string }>(list: readonly T[], id: string) =>
  list.find((item) => item.id === id);
const known = (value: boolean | undefined, use: (value: boolean) => unknown) =>
  value === undefined ? new Error('not given') : use(value);

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { posts: () => posts.map(({ id }) => ({ id })), post: () => ({ id: 'p2' }) },
    Post: { byExpert: ({ byNovice }: { byNovice?: boolean }) => known(byNovice, (value) => !value) },
    Author: { __resolveReference: ({ id }: { id: string }) => byId(authors, id) },
  },
  b: {
    Post: {
      __resolveReference: (given: { id: string }) => ({ ...byId(posts, given.id), ...given }),
      author: ({ id }: { id: string }) => ({ id: byId(posts, id)?.author.id }),
      byNovice: ({ author }: { author?: { years?: number } }) =>
        author?.years === undefined ? new Error('not given') : author.years < 10,
      badge: ({ byExpert }: { byExpert?: boolean }) => known(byExpert, (value) => (value ? 'gold' : 'tin')),
    },
  },
});

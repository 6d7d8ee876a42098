import type { CreateResolvers } from '../claim.ts';

const notes = [5, 3, 1, 0].map((stars, rank) => ({ id: `n${rank + 1}`, text: `note ${rank + 1}`, stars }));
const work = (id: string) => ({ id, notes: ({ limit }: { limit: number }) => notes.slice(0, limit) });

interface Rated {
  readonly notes?: readonly { readonly stars: number }[] | null;
}

export const createResolvers: CreateResolvers = () => ({
  notes: {
    Query: { work: () => work('w1'), works: () => [work('w1'), work('w2')] },
    Mutation: { touch: (_: unknown, { id }: { id: string }) => work(id) },
    Work: { __resolveReference: ({ id }: { id: string }) => work(id) },
  },
  ratings: {
    Work: {
      rating: ({ notes: given }: Rated) => given?.map(({ stars }) => stars).join('+') ?? 'nothing given',
    },
  },
});

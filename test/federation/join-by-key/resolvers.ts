import type { CreateResolvers } from '../claim.ts';

const works = [
  { id: 'w1', title: 'Marée', room: 'Nord' },
  { id: 'w2', title: 'Givre', room: 'Sud' },
];
const roomOf = (name: string) => ({
  name,
  works: works.filter((work) => work.room === name).map(({ id }) => ({ id })),
});

export const createResolvers: CreateResolvers = () => ({
  catalogue: {
    Query: {
      works: () => works,
      work: (_: unknown, { id }: { id: string }) => works.find((work) => work.id === id),
    },
    Work: { __resolveReference: ({ id }: { id: string }) => works.find((work) => work.id === id) },
  },
  rooms: {
    Query: { rooms: () => [roomOf('Nord'), roomOf('Sud')] },
    Work: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      room: ({ id }: { id: string }) => roomOf(works.find((work) => work.id === id)?.room ?? ''),
    },
  },
});

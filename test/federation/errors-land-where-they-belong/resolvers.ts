import type { CreateResolvers } from '../claim.ts';

const fail = (what: string) => new Error(`no ${what}`);
const ids = ['t1', 't2', 't3'];

export const createResolvers: CreateResolvers = () => ({
  list: {
    Query: {
      things: () => [{ id: 't1' }, null, { id: 't2' }, { id: 't3' }],
      strict: () => ids.map((id) => ({ id })),
      pair: () => ({ left: { id: 't1' }, right: { id: 't2' } }),
    },
    Thing: {
      own: ({ id }: { id: string }) => id,
      boom: ({ id }: { id: string }) => (id === 't2' ? fail('boom') : 'ok'),
    },
  },
  detail: {
    Thing: {
      __resolveReference: ({ id }: { id: string }) => (id === 't3' ? fail('entity') : { id }),
      size: ({ id }: { id: string }) => (id === 't2' ? fail('size') : 0),
      must: ({ id }: { id: string }) => (id === 't2' ? fail('must') : 1),
      parts: ({ id }: { id: string }) =>
        id === 't1'
          ? [
              { name: 'p', odd: [1] },
              { name: () => fail('name'), odd: null },
            ]
          : [],
    },
  },
});

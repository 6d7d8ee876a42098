import type { CreateResolvers } from '../claim.ts';

type Args = Readonly<Record<string, unknown>>;

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { products: () => [{ id: 'p1' }, { id: 'p2' }] },
    Product: {
      name: ({ id }: Args, { lang }: Args) => `${id} in ${lang}`,
      size: (_: unknown, { unit }: Args) => (unit === 'CM' ? 100 : 40),
      tags: () => ['a'],
      maker: () => ({ name: 'Ève' }),
      near: ({ id }: Args) => ({ __typename: 'Pen', id: `near-${String(id)}` }),
    },
  },
  b: {
    Query: { best: () => ({ id: 'p3' }) },
    Product: {
      name: (_: unknown, { lang }: Args) => (lang === 'fr' ? null : `p3 in ${lang}`),
      size: (_: unknown, { unit }: Args) => (unit === 'CM' ? 300 : 120),
      tags: () => ['b', null],
      maker: () => null,
      near: ({ id }: Args) => ({ id: `near-${String(id)}`, ink: 'blue' }),
    },
    Pen: { __resolveReference: ({ id }: Args) => ({ id, ink: 'black' }) },
  },
});

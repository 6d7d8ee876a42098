import type { CreateResolvers } from '../claim.ts';

const products = [
  { id: '1', pid: 'p1', category: { id: 'c1', tag: 't1' }, price: { price: 0 } },
  { id: '2', pid: 'p2', category: { id: 'c2', tag: 't2' }, price: { price: 2.5 } },
];
const find = ({ id }: { id: string }) => products.find((product) => product.id === id);
const brief = products.map(({ id, pid }) => ({ id, pid }));

export const createResolvers: CreateResolvers = () => ({
  products: {
    Query: { top: () => ({ ids: ['1', '2'] }) },
    TopList: { __resolveReference: (given: object) => given },
    Product: { __resolveReference: find },
    Category: { __resolveReference: (given: object) => given },
  },
  lists: {
    TopList: {
      __resolveReference: ({ ids }: { ids: string[] }) => ({
        ids,
        first: brief[0],
        selected: brief[1],
        products: brief,
      }),
    },
    Product: { __resolveReference: (given: object) => given },
  },
  links: { Product: { __resolveReference: find } },
  prices: {
    Product: {
      __resolveReference: (given: { id: string; pid?: string; category?: { tag: string } }) =>
        given.pid && given.category?.tag ? find(given) : new Error('part of the key is missing'),
    },
  },
});

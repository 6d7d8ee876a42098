import type { CreateResolvers } from '../claim.ts';

const abstract = { __resolveType: () => 'Book' };
const other = ({ id }: { id: string }) => ({ id: id === '1' ? '2' : '1' });

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { product: () => ({ id: '1' }) },
    Product: abstract,
    Book: { __resolveReference: (given: object) => given, samePriceProduct: other },
  },
  b: {
    Product: abstract,
    Book: {
      __resolveReference: (given: object) => given,
      price: ({ id }: { id: string }) => Number(id),
      priced: other,
    },
  },
});

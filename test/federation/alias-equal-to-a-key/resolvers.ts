import type { CreateResolvers } from '../claim.ts';

const makers = [{ id: 'm1', brand: { code: 'k1', name: 'Érable' }, name: 'Atelier', city: 'Rimouski' }];
const products = () => [
  { upc: 'p1', name: 'Lampe', weight: 2, maker: makers[0] },
  { upc: 'p2', name: 'Table', weight: 0, maker: makers[0] },
];
const found = { __resolveType: (value: object) => ('upc' in value ? 'Product' : 'Maker') };

interface Shipped {
  readonly upc: string;
  readonly price: number;
  readonly weight: number;
}

export const createResolvers: CreateResolvers = () => ({
  products: {
    Query: {
      products,
      search: () => [...products(), ...makers],
      grid: () => products().map((product) => [product]),
    },
    Mutation: {
      rename: (_: unknown, { upc, name }: { upc: string; name: string }) => ({ upc, name, weight: 1 }),
    },
    Product: {
      __resolveReference: ({ upc }: { upc: string }) =>
        products().find((product) => product.upc === upc) ?? null,
      price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 7 : 10),
    },
    Thing: found,
    Found: found,
  },
  shipping: {
    Product: { estimate: ({ upc, price, weight }: Shipped) => `${upc}: ${price} x ${weight}` },
    Maker: {
      city: ({ id, brand }: { id: string; brand: { code: string } }) =>
        makers.find((maker) => maker.id === id && maker.brand.code === brand.code)?.city,
    },
  },
});

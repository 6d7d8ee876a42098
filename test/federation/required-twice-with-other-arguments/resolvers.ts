import type { CreateResolvers } from '../claim.ts';

type Currency = 'CAD' | 'EUR';
const inCurrency =
  (cents: number) =>
  ({ currency }: { currency: Currency }) =>
    currency === 'EUR' ? cents * 2 : cents;
const items = [
  { id: 'i1', name: 'Lampe', price: inCurrency(10), weight: 3, family: { average: inCurrency(8) } },
  { id: 'i2', name: 'Table', price: inCurrency(40), weight: 20, family: { average: inCurrency(90) } },
];

interface Shipped {
  readonly price: number;
  readonly weight: number;
  readonly family: { readonly average: number };
}

export const createResolvers: CreateResolvers = () => ({
  shop: {
    Query: { items: () => items, item: () => items[0] },
    Mutation: { restock: () => items[1] },
    Item: { __resolveReference: ({ id }: { id: string }) => items.find((item) => item.id === id) },
  },
  shipping: {
    Item: {
      cost: ({ price, weight }: Shipped) => `${price} x ${weight}`,
      costInEuros: ({ price, weight }: Shipped) => `${price} x ${weight} EUR`,
      isDear: ({ price, family }: Shipped) => price > family.average,
      isDearInEuros: ({ price, family }: Shipped) => price > family.average + 5,
      origin: (_: unknown, { long }: { long: boolean }) => (long ? 'Québec, Canada' : 'Québec'),
    },
  },
});

import type { CreateResolvers } from '../claim.ts';

const items = [
  { id: 'i1', ref: { code: 0, site: { name: 'Nord' } }, serial: 's1' },
  { id: 'i2', ref: { code: 1, site: { name: 'Nord' } }, serial: 's2' },
];

interface Given {
  readonly id?: string;
  readonly serial?: string;
  readonly ref?: { readonly code: number; readonly site?: { readonly name: string } };
}

const find = (given: Given) =>
  items.find(
    ({ id, serial, ref }) =>
      id === given.id ||
      serial === given.serial ||
      (ref.code === given.ref?.code && ref.site.name === given.ref.site?.name),
  );

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: { first: () => items[0], list: () => items },
    Item: { __resolveReference: find, a: ({ id }: Given) => `a ${id}` },
  },
  b: { Item: { __resolveReference: find, b: ({ id }: Given) => `b ${id}` } },
  c: { Item: { __resolveReference: find, c: ({ serial }: Given) => `c ${serial}` } },
  d: {
    Query: { bySerial: (_: unknown, args: Given) => find(args) },
    Item: {
      __resolveReference: (given: object) => given,
      d: ({ a }: { a?: string }) => (a ? `d of ${a}` : new Error('not given')),
    },
  },
});

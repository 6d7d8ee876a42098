import type { CreateResolvers } from '../claim.ts';

const works = [
  { id: 'w1', barcode: 'b1', shelf: { row: 'r1', place: 'p1' }, title: 'Marée' },
  { id: 'w2', barcode: 'b2', shelf: { row: 'r1', place: 'p2' }, title: 'Givre' },
];
const find = (id: string) => works.find((work) => work.id === id);

interface LentWork {
  readonly id: string;
  readonly title?: string;
  readonly shelf: { readonly place: string };
}

export const createResolvers: CreateResolvers = () => ({
  lending: {
    Query: {
      loan: () => ({ id: 'l1', works: works.map(({ id, barcode, shelf }) => ({ id, barcode, shelf })) }),
    },
    Loan: { __resolveReference: () => null },
    Work: {
      // Only the whole key finds a work here.
      __resolveReference: (reference: LentWork) =>
        find(reference.id)?.shelf.place === reference.shelf.place ? reference : null,
      label: ({ title, shelf }: LentWork) => (title ? `${shelf.place}: ${title}` : null),
    },
  },
  catalogue: { Work: { __resolveReference: ({ id }: { id: string }) => find(id) ?? null } },
});

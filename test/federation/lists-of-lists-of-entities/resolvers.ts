import type { CreateResolvers } from '../claim.ts';

const cell = (id: number) => ({ id: String(id), x: id });

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      grid: () => [[cell(0), null], [], [cell(1), cell(2)]],
      rows: () => [{ cells: [[[cell(1)], null], null] }, null],
    },
    Cell: { __resolveReference: ({ id }: { id: string }) => cell(Number(id)) },
  },
  b: {
    Cell: {
      y: ({ id }: { id: string }) => Number(id) * 2,
      sum: ({ id, x }: { id: string; x?: number }) =>
        x === undefined ? new Error('not given') : x + Number(id) * 2,
      near: ({ id }: { id: string }) => [[{ id }], null, [null]],
    },
  },
});

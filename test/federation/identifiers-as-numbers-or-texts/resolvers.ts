import { GraphQLScalarType } from 'graphql';
import type { CreateResolvers } from '../claim.ts';

/** A subgraph that gives its identifiers as it has them. */
const ID = new GraphQLScalarType({ name: 'ID' });
const typed = (value: unknown): string => `${typeof value} ${String(value)}`;

export const createResolvers: CreateResolvers = () => ({
  a: {
    ID,
    Query: {
      id: () => 1,
      ids: () => [1, '1', null, 9_007_199_254_740_993n],
      big: () => 9_007_199_254_740_993n,
      things: () => [
        { id: 1, at: { x: 5 }, mark: 7 },
        { id: '1', at: { x: '5' }, mark: '7' },
        { id: 2, at: { x: 9_007_199_254_740_993n }, mark: 9_007_199_254_740_993n },
      ],
    },
  },
  b: {
    Thing: {
      more: ({ id }: { id: unknown }) => typed(id),
      marked: ({ mark }: { mark: unknown }) => typed(mark),
    },
  },
  c: { Thing: { far: ({ at }: { at: { x: unknown } }) => typed(at.x) } },
});

import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { ExactNumber } from '@palier/calls/json/exact-number';
import type { CreateResolvers } from '../claim.ts';

/** A scalar that reads numbers to the digit, wherever they are. */
const exact = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({ name, parseValue: (value) => value, parseLiteral: readLiteral });

function readLiteral(node: ValueNode): unknown {
  if (node.kind === Kind.INT) return BigInt(node.value);
  return node.kind === Kind.FLOAT ? new ExactNumber(node.value) : null;
}

const BIG = 9_007_199_254_740_993n;
const FINE = new ExactNumber('0.1000000000000000055511151231257827');
const things = [
  { id: BIG, weight: FINE, owner: { place: { code: BIG } } },
  { id: 9_007_199_254_740_992, weight: 0.1, owner: { place: { code: BIG + 2n } } },
  { id: BIG, weight: FINE, owner: { place: { code: BIG } } },
  { id: 18_446_744_073_709_551_616n, weight: new ExactNumber('1e400'), owner: null },
];
interface Echoed {
  readonly input?: unknown;
}

export const createResolvers: CreateResolvers = () => ({
  a: {
    Long: exact('Long'),
    Decimal: exact('Decimal'),
    Json: exact('Json'),
    Query: {
      long: () => BIG,
      longs: () => [1, BIG, -BIG],
      decimal: () => FINE,
      float: () => 0.30000000000000004,
      json: () => ({ deep: [{ long: BIG, decimal: FINE, text: '9007199254740993' }] }),
      things: () => things,
      echo: (_: unknown, given: object) => given,
      text: (_: unknown, { id, ids, input }: { id?: unknown; ids?: unknown } & Echoed) =>
        [id, ids, (input as { id?: unknown } | undefined)?.id]
          .flat()
          .map((one) => `${typeof one} ${String(one)}`)
          .join(', '),
    },
    Mutation: { keep: (_: unknown, { long }: { long: unknown }) => ({ id: long, weight: 1 }) },
  },
  b: {
    Long: exact('Long'),
    Decimal: exact('Decimal'),
    Thing: {
      more: ({ id }: { id: unknown }) => `for ${String(id)}`,
      heavy: ({ weight }: { weight: unknown }) => `weighs ${String(weight)}`,
    },
    Owner: { name: ({ place }: { place: { code: unknown } }) => `at ${String(place.code)}` },
  },
});

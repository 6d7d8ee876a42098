import { GraphQLScalarType, print, valueFromASTUntyped } from 'graphql';
import type { CreateResolvers } from '../claim.ts';

/** A scalar whose values are its literals, as they were written. */
const written = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({
    name,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => {
      const text = print(node);
      return text.includes('$') ? JSON.stringify(valueFromASTUntyped(node, variables)) : text;
    },
  });
const give = (_: unknown, { v }: { v: unknown }) => (typeof v === 'string' ? v : JSON.stringify(v));

export const createResolvers: CreateResolvers = () => ({
  a: {
    Big: written('Big'),
    Json: written('Json'),
    Query: { big: give, bigs: give, json: give, nested: give, things: () => [{ id: '1' }] },
  },
  b: { Big: written('Big'), Json: written('Json'), Thing: { far: give } },
});

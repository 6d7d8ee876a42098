import { isEnumType, isSpecifiedScalarType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { isExact } from '@palier/calls/json/exact-number';
import { isInteger } from '../data/ids.ts';

/** Whether a value that a subgraph gave, neither null nor undefined, may be answered for a leaf type. */
export type IsValidLeaf = (value: unknown) => boolean;

const isString: IsValidLeaf = (value) => typeof value === 'string';

const BUILT_IN: Readonly<Record<string, IsValidLeaf>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => typeof value === 'number' && value === (value | 0),
  Float: (value) => Number.isFinite(isExact(value) ? Number(value) : value),
  ID: (value) => isString(value) || isInteger(value),
  String: isString,
};

export function leafValidity(type: GraphQLScalarType | GraphQLEnumType): IsValidLeaf {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  // What a custom scalar may be, only its subgraph knows.
  return (isSpecifiedScalarType(type) && BUILT_IN[type.name]) || isShallow;
}

/** Deeper values of a custom scalar could not be written as JSON without exhausting the stack. */
const DEEPEST = 100;

const isShallow: IsValidLeaf = (value) => !isDeeperThan(value, DEEPEST);

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

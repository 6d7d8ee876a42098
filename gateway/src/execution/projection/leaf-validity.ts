import { isEnumType, isSpecifiedScalarType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { MisshapenData } from './anomaly.ts';

/**
 * Whether a value that a subgraph gave, neither null nor undefined, may be answered for a leaf type. Throws
 * `MisshapenData` on what cannot even be told as a wrong value.
 */
export type IsValidLeaf = (value: unknown) => boolean;

const INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

const isInteger: IsValidLeaf = (value) =>
  typeof value === 'number' && Number.isInteger(value) && INTEGER.test(String(value));

const isString: IsValidLeaf = (value) => typeof value === 'string';

const BUILT_IN: Readonly<Record<string, IsValidLeaf>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => (value as number) === ((value as number) | 0) || isInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
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

const isShallow: IsValidLeaf = (value) => {
  if (isDeeperThan(value, DEEPEST)) throw new MisshapenData();
  return true;
};

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

import { describe, expect, it } from 'vitest';
import { findListSizeFaults } from './list-sizes.ts';

const faultsOf = (sdl: string): string[] =>
  findListSizeFaults([{ name: 'msss', url: 'http://127.0.0.1', sdl }]);

const PAGE =
  '@listSize(assumedSize: 200, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)';

describe('the rule of sizes', () => {
  it.each([
    ['a list that says its size', 'type A { b: [String!]! @listSize(assumedSize: 3) }'],
    ['what is not a list', 'type A { b: String }'],
    ['a list of another level', 'type A @key(fields: "id") { id: ID! b: [String!]! @external }'],
    [
      'the list of a page, sized by the field that gives it',
      `type Query { p: P ${PAGE} } type P { nodes: [Int] }`,
    ],
  ])('lets be %s', (_, sdl) => {
    expect(faultsOf(sdl)).toEqual([]);
  });

  it.each([
    ['a list of objects', 'type A {\n  b: [A!]!\n}', 'ligne 2 : A.b'],
    ['a list of values', 'type A { b: [String!] }', 'ligne 1 : A.b'],
    ['a list of lists', 'type A { b: [[Int]!]! }', 'ligne 1 : A.b'],
    ['a list at the root', 'type Query { b: [Int] }', 'ligne 1 : Query.b'],
    [
      'a size that an argument alone gives',
      'type A { b(n: Int): [A] @listSize(slicingArguments: ["n"]) }',
      'ligne 1 : A.b',
    ],
    [
      'a page that one field gives without a size',
      `type Query { p: P ${PAGE} q: P } type P { nodes: [Int] }`,
      'ligne 1 : P.nodes',
    ],
    [
      'another list of a page',
      `type Query { p: P ${PAGE} } type P { nodes: [Int] others: [Int] }`,
      'ligne 1 : P.others',
    ],
  ])('refuses %s, naming the file, the line and what to write', (_, sdl, place) => {
    const faults = faultsOf(sdl);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`schema/msss.graphql, ${place} est une liste sans taille`);
    expect(faults[0]).toContain('@ListSize(n)');
  });
});

import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { compileRewrites } from './rewrites.ts';

const schema = buildSchema(`
  type Query { a: A }
  interface Node { id: ID }
  type A implements Node { id: ID }
  type B { id: ID }
`);

it('renames a key at a path, through lists and in objects of one type alone', () => {
  const rewrite = compileRewrites(schema, [
    { kind: 'KeyRenamer', path: ['list', '... on Node', 'x__alias_0'], renameKeyTo: 'x' },
  ]);
  const data = {
    list: [[{ __typename: 'A', x__alias_0: 1 }], { __typename: 'B', x__alias_0: 2 }, { x__alias_0: 3 }, null],
  };
  rewrite!(data);
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    list: [[{ __typename: 'A', x: 1 }], { __typename: 'B', x__alias_0: 2 }, { x: 3 }, null],
  });
});

it('sets a value where the path leads, and nowhere else', () => {
  const rewrite = compileRewrites(schema, [{ kind: 'ValueSetter', path: ['a', 'b'], setValueTo: 7 }]);
  const data = { a: { b: 1 }, b: 2 };
  rewrite!(data);
  rewrite!({ a: null });
  rewrite!('text');
  expect(data).toEqual({ a: { b: 7 }, b: 2 });
});

it('is nothing when there is nothing to rewrite', () => {
  expect(compileRewrites(schema, undefined)).toBeUndefined();
  expect(compileRewrites(schema, [])).toBeUndefined();
});

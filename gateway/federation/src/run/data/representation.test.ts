import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { compileRepresentation } from './representation.ts';
import { compileRewrites } from './rewrites.ts';

const schema = buildSchema(`
  type Query { items: [Item] }
  interface Item { id: ID }
  type Book implements Item { id: ID pages: Int }
  type Film implements Item { id: ID }
`);
const field = (name: string, selections?: readonly never[]) => ({ kind: 'Field' as const, name, selections });
const on = (typeCondition: string, ...selections: readonly unknown[]) => ({
  kind: 'InlineFragment' as const,
  typeCondition,
  selections: selections as never[],
});
const compile = (requires: readonly unknown[], rewrite?: ReturnType<typeof compileRewrites>) =>
  compileRepresentation(schema, requires as never, rewrite);

it('takes the fields asked of the type of the entity, an interface included', () => {
  const representation = compile([on('Item', field('__typename'), field('id')), on('Book', field('pages'))]);
  expect(representation.build({ __typename: 'Book', id: '1', pages: 3, name: 'x' })).toEqual({
    __typename: 'Book',
    id: '1',
    pages: 3,
  });
  expect(representation.flatFor('Book')?.names).toEqual(['id', 'pages']);
  expect(representation.flatFor('Film')?.names).toEqual(['id']);
});

it('gives nothing for a type that is not asked for, for a missing field, or without a typename', () => {
  const representation = compile([on('Book', field('__typename'), field('id'))]);
  expect(representation.build({ __typename: 'Film', id: '1' })).toBeUndefined();
  expect(representation.build({ __typename: 'Book' })).toBeUndefined();
  expect(representation.build({ id: '1' })).toBeUndefined();
});

it('leaves out the fragment that lacks a field and keeps the other', () => {
  const representation = compile([
    on('Book', field('__typename'), field('id')),
    on('Book', field('__typename'), field('pages')),
  ]);
  expect(representation.build({ __typename: 'Book', id: '1' })).toEqual({ __typename: 'Book', id: '1' });
});

it('reads nested objects, lists and lists of lists', () => {
  const nested = { kind: 'Field' as const, name: 'of', selections: [field('id')] };
  const representation = compile([on('Book', field('__typename'), nested)]);
  expect(representation.flatFor('Book')).toBeUndefined();
  const of = [[{ id: '1', x: 2 }, null], []];
  expect(representation.build({ __typename: 'Book', of })).toEqual({
    __typename: 'Book',
    of: [[{ id: '1' }, null], []],
  });
});

it('sends what the rewrites make of it and leaves the entity as it was', () => {
  const rewrite = compileRewrites(schema, [
    { kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Item' },
  ]);
  const entity = { __typename: 'Book', id: '1' };
  const representation = compile([on('Book', field('__typename'), field('id'))], rewrite);
  expect(representation.build(entity)).toEqual({ __typename: 'Item', id: '1' });
  expect(representation.flatFor('Book')).toBeUndefined();
  expect(entity.__typename).toBe('Book');
});

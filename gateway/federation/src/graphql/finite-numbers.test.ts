import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { finiteNumbers } from './finite-numbers.ts';

const schema = buildSchema('type Query { f(x: Float, l: [Float]): Int }');
const messagesOf = (query: string): string[] =>
  validate(schema, parse(query), [finiteNumbers]).map(({ message }) => message);

it('lets any finite number through', () => {
  expect(messagesOf('{ f(x: 1.7976931348623157e308, l: [-5e-324, 0, -12]) }')).toEqual([]);
});

it.each(['1e999', '-1e999', '9'.repeat(400)])('refuses %s', (literal) => {
  expect(messagesOf(`{ f(x: ${literal}) }`)).toEqual([expect.stringContaining('hors limites')]);
  expect(messagesOf(`{ f(l: [1, ${literal}]) }`)).toHaveLength(1);
});

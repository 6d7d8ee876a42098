import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { heldLiterals } from './held-literals.ts';

const schema = buildSchema(`
  scalar Any
  input In { x: Float, any: Any }
  type Query { f(x: Float, l: [Float], in: In, ins: [In], any: Any, id: ID): Int }
`);
const messagesOf = (query: string, scalarsReadDigits = true): string[] =>
  validate(schema, parse(query), [heldLiterals(scalarsReadDigits)]).map(({ message }) => message);

it('lets any number through that a double is', () => {
  const zeros = '0'.repeat(200);
  expect(messagesOf('{ f(x: 1.7976931348623157e308, l: [-5e-324, 0, -12]) }')).toEqual([]);
  expect(
    messagesOf(`{ f(l: [2.50, 2.5, 1e3, 0.1, -0.30000000000000004, 2.5${zeros}, 1${zeros}, 0e999]) }`, false),
  ).toEqual([]);
});

it.each(['1e999', '-1e999', '9'.repeat(400)])('refuses %s', (literal) => {
  expect(messagesOf(`{ f(x: ${literal}) }`)).toEqual([expect.stringContaining('hors limites')]);
  expect(messagesOf(`{ f(l: [1, ${literal}]) }`)).toHaveLength(1);
  expect(messagesOf(`{ f(any: ${literal}) }`)).toHaveLength(1);
});

const FINE = '2.00000000000000000001';

it.each([
  [`{ f(x: ${FINE}) }`, 'x'],
  [`{ f(x: -${FINE}) }`, 'x'],
  ['{ f(x: 9007199254740993) }', 'x'],
  ['{ f(x: 1e-400) }', 'x'],
  ['{ f(x: 0.123456789012345678) }', 'x'],
  [`{ f(l: [1, ${FINE}]) }`, 'l[1]'],
  [`{ f(in: { x: ${FINE} }) }`, 'in.x'],
  [`{ f(ins: [{ x: 1 }, { x: ${FINE} }]) }`, 'ins[1].x'],
])('refuses of %s the digits that would be lost, and says where', (query, place) => {
  const [message, ...others] = messagesOf(query);
  expect(message).toContain(`« ${place} »`);
  expect(message).toContain('il en est gardé 15');
  expect(others).toEqual([]);
});

it('refuses a default of a variable', () => {
  expect(messagesOf(`query ($v: Float = ${FINE}) { f(x: $v) }`)).toEqual([expect.stringContaining(FINE)]);
});

it('leaves an ID its digits, and a custom scalar those that it reads', () => {
  const inScalar = `{ f(any: { a: [1, ${FINE}] }) }`;
  expect(messagesOf('{ f(id: 9007199254740993) }', false)).toEqual([]);
  expect(messagesOf(inScalar, true)).toEqual([]);
  expect(messagesOf(inScalar, false)).toEqual([expect.stringContaining('« any.a[1] »')]);
});

import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { parseJson } from '../json/parse-json.ts';
import { coerceExactVariables } from './exact-variables.ts';

const schema = buildSchema(`
  scalar Any
  input In { x: Float, id: ID, any: Any }
  type Query { f(x: Float, l: [Float!], ins: [In!]!, any: Any, ids: [ID!], int: Int): Int }
`);
const BIG = '9007199254740993';
const FINE = '2.00000000000000000001';

function coerce(type: string, value: string, scalarsReadDigits = true) {
  const operation = getOperationAST(parse(`query ($v: ${type}) { f }`));
  const { variables, faults } = coerceExactVariables(
    schema,
    operation?.variableDefinitions ?? [],
    parseJson(`{"v":${value}}`) as Record<string, unknown>,
    scalarsReadDigits,
  );
  return { value: variables['v'], said: faults.map(({ message }) => message) };
}

it.each([
  ['Float', `2.5${'0'.repeat(200)}`, 2.5],
  ['Float!', '10000000000000000000000', 1e22],
  // As programs that write seventeen digits name doubles.
  [
    '[Float!]',
    '[0.10000000000000001, 66.666666666666671, -4.0999999999999996]',
    [0.1, 66.66666666666667, -4.1],
  ],
  ['[Float!]', '[2.50, 1e3, 0.1]', [2.5, 1000, 0.1]],
  ['ID', BIG, BIG],
  ['[ID!]', `[${BIG}, 1]`, [BIG, 1]],
  ['[In!]!', `[{"id":${BIG}}]`, [{ id: BIG }]],
  ['Any', `{"a":[${BIG}]}`, { a: [BigInt(BIG)] }],
])('takes for %s the number %s', (type, given, taken) => {
  expect(coerce(type, given)).toEqual({ value: taken, said: [] });
});

it.each([
  ['Float', FINE, 'v'],
  ['Float!', `-${FINE}`, 'v'],
  ['Float', BIG, 'v'],
  ['Float', '66.666666666666672', 'v'],
  ['Float', '0.1000000000000000055', 'v'],
  ['Float', '1e-400', 'v'],
  ['[Float!]', `[1,${FINE}]`, 'v[1]'],
  ['[Float!]', FINE, 'v'],
  ['[In!]!', `[{"x":1},{"x":${FINE}}]`, 'v[1].x'],
])('refuses for %s the number %s, and says where', (type, given, place) => {
  const { said } = coerce(type, given);
  expect(said).toEqual([expect.stringContaining(`« ${place} »`)]);
  expect(said[0]).toContain('il en est gardé 15');
});

it('says of a number that overflows that it is out of bounds', () => {
  expect(coerce('Float', '1e400').said).toEqual([expect.stringContaining('hors limites')]);
});

it('leaves to a custom scalar that reads no digits none that would be lost, nor to any type', () => {
  expect(coerce('Any', `{"a":[1,${FINE}]}`, false).said).toEqual([expect.stringContaining('« v.a[1] »')]);
  expect(coerce('Int', '1.00000000000000000001', false).said).toHaveLength(1);
  expect(coerce('[ID!]', `[${BIG}]`, false)).toEqual({ value: [BIG], said: [] });
});

import { expect, it } from 'vitest';
import { JsonText, jsonTextOf, stringText, valueText } from './json-text.ts';

it.each(['', 'plain', 'é😀', '"\\\n\u0001', '\ud800', '\u2028', 'x'.repeat(5_000)])(
  'writes the string %j as JSON.stringify does',
  (value) => {
    expect(stringText(value)).toBe(JSON.stringify(value));
  },
);

it.each([0, -0, 1.5, 1e21, NaN, Infinity, true, null, [1, { a: 'b' }], { a: [null] }, undefined])(
  'writes the value %j as JSON.stringify does in a list',
  (value) => {
    expect(`[${valueText(value)}]`).toBe(JSON.stringify([value]));
  },
);

it('puts text into an answer without reading it again, and JSON.stringify reads it', () => {
  const answer = { errors: [{ message: 'x' }], data: new JsonText('{"a":1}'), extensions: undefined };
  expect(jsonTextOf(answer)).toBe('{"errors":[{"message":"x"}],"data":{"a":1}}');
  expect(JSON.stringify(answer)).toBe(jsonTextOf(answer));
  expect(jsonTextOf({ data: { a: 1 } })).toBe('{"data":{"a":1}}');
});

import { expect, it } from 'vitest';
import { DEEPEST_JSON, findJsonExcess } from './json-excess.ts';

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

it('counts lists and objects in one another', () => {
  for (const nest of [lists, objects]) {
    expect(findJsonExcess(nest(DEEPEST_JSON))).toBeUndefined();
    expect(findJsonExcess(nest(DEEPEST_JSON + 1))).toBe('DEPTH');
  }
});

it('counts neither those beside one another nor those of strings', () => {
  expect(findJsonExcess(`[${'[],'.repeat(2_000)}1]`)).toBeUndefined();
  expect(findJsonExcess(JSON.stringify({ query: '{'.repeat(2_000) }))).toBeUndefined();
  expect(findJsonExcess(JSON.stringify({ query: `\\"\\\\"${'['.repeat(2_000)}\\` }))).toBeUndefined();
  expect(findJsonExcess(`{"a\\\\":${lists(DEEPEST_JSON)}}`)).toBe('DEPTH');
});

it('takes a string that does not end for the rest of the text, which the parser refuses', () => {
  expect(findJsonExcess(`{"a${'['.repeat(2_000)}`)).toBeUndefined();
});

it('counts the members and items of all lists and objects', () => {
  const text = JSON.stringify(Array.from({ length: 300 }, () => ({ a: [1, 2], 'b,{': '[,]' })));
  // The list, its 300 objects, and of each: two members, two items of a list that is one of the members.
  const values = 1 + 300 + 299 + 300 * 3;
  expect(findJsonExcess(text, values)).toBeUndefined();
  expect(findJsonExcess(text, values - 1)).toBe('VALUES');
});

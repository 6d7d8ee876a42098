import { expect, it } from 'vitest';
import { DEEPEST_JSON, isTooNested } from './json-nesting.ts';

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

it('counts lists and objects in one another', () => {
  for (const nest of [lists, objects]) {
    expect(isTooNested(nest(DEEPEST_JSON))).toBe(false);
    expect(isTooNested(nest(DEEPEST_JSON + 1))).toBe(true);
  }
});

it('counts neither those beside one another nor those of strings', () => {
  expect(isTooNested(`[${'[],'.repeat(2_000)}1]`)).toBe(false);
  expect(isTooNested(JSON.stringify({ query: '{'.repeat(2_000) }))).toBe(false);
  expect(isTooNested(JSON.stringify({ query: `\\"\\\\"${'['.repeat(2_000)}\\` }))).toBe(false);
  expect(isTooNested(`{"a\\\\":${lists(DEEPEST_JSON)}}`)).toBe(true);
});

it('takes a string that does not end for the rest of the text, which the parser refuses', () => {
  expect(isTooNested(`{"a${'['.repeat(2_000)}`)).toBe(false);
});

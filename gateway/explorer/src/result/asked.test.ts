import { expect, it } from 'vitest';
import type { Operation } from '../base/ask-graph.ts';
import { isSame, toAsked } from './asked.ts';

const WRITTEN: Operation = { query: 'query A { a }', operationName: 'A', variables: { c: 1 } };
const ask = (changed: Partial<Operation> = {}, headers: Readonly<Record<string, string>> = {}) =>
  toAsked({ ...WRITTEN, ...changed }, new Headers(headers));

it.each<[string, Partial<Operation>]>([
  ['laid out otherwise', { query: '# Dit.\nquery A {\n  a\n}\n' }],
  ['whose only operation the editor has not named yet', { operationName: null }],
])('is the same request, one %s', (_, changed) => {
  expect(isSame(ask(), ask(changed))).toBe(true);
});

it.each<[string, Partial<Operation>, Readonly<Record<string, string>>]>([
  ['text', { query: 'query A { b }' }, {}],
  ['text that is no GraphQL', { query: 'query A { a' }, {}],
  ['variables', { variables: { c: 2 } }, {}],
  ['variables, none being left', { variables: undefined }, {}],
  ['instant', {}, { 'palier-au': '2020-01-01' }],
  ['identity', {}, { authorization: 'Bearer a' }],
])('is another request, one of another %s', (_, changed, headers) => {
  expect(isSame(ask(), ask(changed, headers))).toBe(false);
});

it('is another request, one of another operation of the same text', () => {
  const query = 'query A { a } query B { b }';
  expect(isSame(ask({ query }), ask({ query, operationName: 'B' }))).toBe(false);
  expect(isSame(ask({ query }), ask({ query }))).toBe(true);
});

it('is asked without variables, one of no variable', () => {
  expect(isSame(ask({ variables: undefined }), ask({ variables: {} }))).toBe(true);
});

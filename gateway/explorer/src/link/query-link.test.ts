import { expect, it } from 'vitest';
import { readLink, writeLink } from './query-link.ts';

it('holds a query, its variables and its instant, and gives them back as they are', () => {
  const linked = {
    query: 'query A($c: ID!) { a(code: $c) { b } } # « é » & + %',
    variables: '{ "c": "06+112" }',
    instant: '2026-05-01T18:00:00.000Z',
  };
  expect(readLink(writeLink(linked))).toEqual(linked);
  const alone = { query: '{ a }', variables: undefined, instant: undefined };
  expect(readLink(writeLink({ ...alone, variables: ' ' }))).toEqual(alone);
});

it.each(['', '#', '#page', '#requete=', '#requete=%20', '#au=2026-05-01'])('is nothing in « %s »', (hash) => {
  expect(readLink(hash)).toBeUndefined();
});

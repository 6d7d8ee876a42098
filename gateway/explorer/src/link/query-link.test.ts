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

it.each([
  ['2026-05-01', '2026-05-01'],
  ['2026-05-01T18:00:00-04:00', '2026-05-01T18:00:00-04:00'],
  ['2026-13-01', undefined],
  ['2026-05-01T18:00:00', undefined],
  ['hier', undefined],
  ['2026-05-01\n', undefined],
  ['é', undefined],
])('reads of %j an instant, or none', (au, instant) => {
  expect(readLink(`#${new URLSearchParams({ requete: '{ a }', au }).toString()}`)?.instant).toBe(instant);
});

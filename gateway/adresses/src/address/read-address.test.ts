import { expect, it } from 'vitest';
import { readGiven } from './read-address.ts';

const optionsOf = (query: string) => readGiven({ parameters: new URLSearchParams(query) }, 'csv').options;

it.each([
  ['2026-05-01', '2026-05-01T04:00:00.000Z'],
  ['2026-01-15', '2026-01-15T05:00:00.000Z'],
  ['2026-05-01T14:00:00-04:00', '2026-05-01T18:00:00.000Z'],
])('what changed after the day %s has begun is asked since its first millisecond', (given, since) => {
  expect(optionsOf(`updatedAfter=${given}`).updatedAfter).toBe(since);
});

it('what changed in the course of a day is between its beginning and its end', () => {
  expect(optionsOf('updatedAfter=2026-05-01&asOf=2026-05-01')).toMatchObject({
    updatedAfter: '2026-05-01T04:00:00.000Z',
    asOf: '2026-05-01',
  });
});

it.each([
  'updatedAfter=2026-05-02&asOf=2026-05-01',
  'updatedAfter=2026-05-01T00:00:00-04:00&asOf=2026-04-30',
])('nothing changed backwards: %s', (query) => {
  expect(() => optionsOf(query)).toThrow(/doit précéder/);
});

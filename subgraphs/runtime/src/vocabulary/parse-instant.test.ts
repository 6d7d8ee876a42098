import { expect, it } from 'vitest';
import { parseBound, parseSpan } from './parse-instant.ts';

const NAMES = { de: 'soumiseDe', a: 'soumiseA' };

it.each([
  ['2026-05-16', '2026-05-16T04:00:00.000Z', '2026-05-17T03:59:59.999Z'],
  ['2026-12-16', '2026-12-16T05:00:00.000Z', '2026-12-17T04:59:59.999Z'],
  // The two days when the clocks change.
  ['2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
  ['2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
])('a span of one day, %s, has all of it and nothing else', (day, de, a) => {
  expect(parseSpan(NAMES, { de: day, a: day })).toEqual({ de, a });
});

it('a span may be open, and of instants', () => {
  expect(parseSpan(NAMES, {})).toEqual({ de: null, a: null });
  expect(parseSpan(NAMES, { de: '2026-05-16T12:00:00-04:00' })).toEqual({
    de: '2026-05-16T16:00:00.000Z',
    a: null,
  });
});

it('a bound is an instant, of a day that there is, or the beginning of a day', () => {
  expect(parseBound('depuis', '2026-02-28T10:00:00Z')).toBe('2026-02-28T10:00:00.000Z');
  expect(parseBound('avant', '2026-05-16')).toBe('2026-05-16T04:00:00.000Z');
  expect(() => parseBound('depuis', '2026-02-31T10:00:00Z')).toThrow('« depuis »');
});

it.each([
  [{ de: '2026-05-17', a: '2026-05-16' }, '`soumiseDe`'],
  [{ de: 'hier' }, 'première milliseconde'],
  [{ a: '2026-02-31' }, 'dernière milliseconde'],
])('refuses %j, in French', (given, said) => {
  expect(() => parseSpan(NAMES, given)).toThrow(said);
});

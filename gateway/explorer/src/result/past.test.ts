import { expect, it } from 'vitest';
import { pastOf } from './past.ts';

const instant = '2020-01-01';
const refused = { message: 'Non.', extensions: { code: 'INSTANT_HORS_MEMOIRE' } };

it('is read where the instant was answered, though something else failed', () => {
  expect(pastOf({ instant, data: { a: 1 }, errors: [{ message: 'Autre.' }] })).toEqual({
    instant,
    isRead: true,
  });
});

it('is not read where the instant was refused, whole or of one level', () => {
  expect(pastOf({ instant, data: { a: null }, errors: [refused] })).toEqual({ instant, isRead: false });
  expect(pastOf({ instant, data: undefined, errors: [refused] })).toEqual({ instant, isRead: false });
});

it('is nothing of an answer of now, nor of none', () => {
  expect(pastOf({ instant: undefined, data: { a: 1 }, errors: [] })).toBeUndefined();
  expect(
    pastOf({ instant, data: undefined, errors: [new Error('La passerelle ne répond pas.')] }),
  ).toBeUndefined();
});

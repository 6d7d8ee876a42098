import { describe, expect, it } from 'vitest';
import { FIRST_HOUR, timeOfInstant, timeOfInstantOrDay, timeOfLocal, toLocal } from './instant.ts';

describe('an instant', () => {
  it.each([
    ['2026-03-08T02:30:00-05:00', '2026-03-08T07:30:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('is read with its zone: %s', (text, utc) => {
    expect(new Date(timeOfInstant(text)).toISOString()).toBe(utc);
  });

  it.each([
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    '0000-06-01T00:00:00Z',
    '2026-02-31T00:00:00Z',
    '2026-02-01T00:00:00',
    '2026-02-01',
  ])('is none out of four digits of UTC, of the calendar, or without a zone: %s', (text) => {
    expect(timeOfInstant(text)).toBeNaN();
  });
});

describe('a day in Québec', () => {
  it.each([
    ['2026-07-01', '2026-07-01T04:00:00.000Z'],
    ['2026-12-01', '2026-12-01T05:00:00.000Z'],
    // The clocks of then were seventeen minutes and thirty-two seconds behind those of today.
    ['1890-01-01', '1890-01-01T05:17:32.000Z'],
  ])('begins when its clocks said so: %s', (day, utc) => {
    expect(new Date(timeOfInstantOrDay(day, FIRST_HOUR)).toISOString()).toBe(utc);
  });
});

describe('an hour of Québec', () => {
  it.each([
    ['2026-11-30T05:30', '2026-11-30T10:30:00.000Z'],
    ['2026-07-01T23:59:59.999', '2026-07-02T03:59:59.999Z'],
    ['2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T02:00', '2026-11-01T07:00:00.000Z'],
  ])('is that of its clocks: %s', (text, utc) => {
    expect(new Date(timeOfLocal(text)).toISOString()).toBe(utc);
    expect(toLocal(utc)).toMatch(text);
  });

  it.each([
    '2026-03-08T02:30',
    '2026-11-01T01:30',
    '2026-02-31T05:30',
    '2026-11-30T25:00',
    '2026-11-30T05:30Z',
  ])('is not guessed where they skip it, show it twice, or where none is said: %s', (text) => {
    expect(timeOfLocal(text)).toBeNaN();
  });
});

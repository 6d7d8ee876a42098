import { describe, expect, it } from 'vitest';
import { FIRST_HOUR, timeOfInstant, timeOfInstantOrDay } from './instant.ts';

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

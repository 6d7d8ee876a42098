import { expect, it } from 'vitest';
import { lastDay, toInstant, toMoment } from './moment.ts';

it.each([
  ['2026-05-01', { day: '2026-05-01', hour: '' }],
  ['2026-05-01T18:00:00.000Z', { day: '2026-05-01', hour: '14:00' }],
  ['2026-12-01T03:30:05.000Z', { day: '2026-11-30', hour: '22:30:05' }],
])('writes %s as a day and an hour of Québec, and reads it back', (instant, moment) => {
  expect(toMoment(instant)).toEqual(moment);
  expect(toInstant(moment)).toBe(instant);
});

it('reads an instant of any zone, and is empty for now', () => {
  expect(toMoment('2026-05-01T20:00:00+02:00')).toEqual({ day: '2026-05-01', hour: '14:00' });
  expect(toMoment(undefined)).toEqual({ day: '', hour: '' });
});

it.each(['2026-03-08T02:30', '2026-11-01T01:30'])(
  'guesses no hour that is skipped or shown twice: %s',
  (text) => {
    const [day = '', hour = ''] = text.split('T');
    expect(() => toInstant({ day, hour })).toThrow('L’horloge de Québec');
  },
);

it('offers no end of a day that is not over in Québec', () => {
  const evening = new Date('2026-12-01T03:30:00.000Z');
  expect(lastDay({ day: '', hour: '' }, evening)).toBe('2026-11-29');
  expect(lastDay({ day: '', hour: '22:00' }, evening)).toBe('2026-11-30');
});

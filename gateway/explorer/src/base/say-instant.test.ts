import { expect, it } from 'vitest';
import { sayInstant } from './say-instant.ts';

const spaced = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it('says an instant at the hour of Québec, whatever that of the device, and names it', () => {
  const instant = '2026-11-30T14:20:05.000Z';
  expect(spaced(sayInstant(instant))).toBe('le 30 novembre 2026 à 9 h 20 min 05 s (heure de Québec)');
  expect(spaced(sayInstant(instant, 'COURT'))).toBe('30 novembre 2026 à 9 h 20');
});

it('says a day as its end, the first of a month as French does, and no instant as now', () => {
  expect(sayInstant('2026-05-01')).toBe('à la fin du 1er mai 2026');
  expect(sayInstant('2026-05-11')).toBe('à la fin du 11 mai 2026');
  expect(sayInstant('2026-05-01', 'COURT')).toBe('fin du 1er mai 2026');
  expect(sayInstant(undefined)).toBe('maintenant');
  expect(sayInstant('hier')).toBe('hier');
});

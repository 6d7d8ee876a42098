import { expect, it } from 'vitest';
import { sayInstant } from './say-instant.ts';

it('says a day as its end, the first of a month as French does, and no instant as now', () => {
  expect(sayInstant('2026-05-01')).toBe('à la fin du 1er mai 2026');
  expect(sayInstant('2026-05-11')).toBe('à la fin du 11 mai 2026');
  expect(sayInstant('2026-05-01', 'COURT')).toBe('fin du 1er mai 2026');
  expect(sayInstant(undefined)).toBe('maintenant');
  expect(sayInstant('hier')).toBe('hier');
});

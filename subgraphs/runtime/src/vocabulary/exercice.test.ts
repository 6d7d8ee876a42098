import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { lastBegunPeriode, lastDayOf, lastEndedPeriode } from './exercice.ts';

describe('the last period that is over', () => {
  it.each([
    ['2026-04-01', '2025-2026-P13'],
    ['2026-04-28', '2025-2026-P13'],
    ['2026-04-29', '2026-2027-P01'],
    ['2026-11-29', '2026-2027-P08'],
    ['2027-03-30', '2026-2027-P12'],
    ['2027-03-31', '2026-2027-P12'],
    ['2027-04-01', '2026-2027-P13'],
  ])('on %s is %s', (jour, periode) => {
    expect(lastEndedPeriode(jour)).toBe(periode);
  });
});

describe('the last period that has begun', () => {
  it.each([
    ['2026-03-31', '2025-2026-P13'],
    ['2026-04-01', '2026-2027-P01'],
    ['2026-04-29', '2026-2027-P02'],
    ['2027-03-31', '2026-2027-P13'],
  ])('on %s is %s', (jour, periode) => {
    expect(lastBegunPeriode(jour)).toBe(periode);
  });
});

it.each([
  ['2026-2027-P01', '2026-04-28'],
  ['2026-2027-P12', '2027-03-02'],
  ['2027-2028-P12', '2028-03-01'],
  ['2026-2027-P13', '2027-03-31'],
])('the last day of %s is %s: it is over the day after', (periode, jour) => {
  expect(lastDayOf(periode)).toBe(jour);
  expect(lastBegunPeriode(jour)).toBe(periode);
});

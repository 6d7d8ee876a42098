import { expect, it } from 'vitest';
import type { MesureDeSerie } from '../territoire/data.ts';
import { isOtherwise, type PeriodeSide, sayOtherwise } from './sides.ts';

const moment = (etat: PeriodeSide['etat'], valeur: number | null = null, statut = 'FINALE'): PeriodeSide => ({
  etat,
  valeur,
  mesure: { statut } as MesureDeSerie,
});
const missing: PeriodeSide = { etat: 'NON_RECUE', valeur: null, mesure: undefined };
const periode = (one: PeriodeSide, other: PeriodeSide) =>
  ({ periode: '2025-2026-P01', moments: [one, other] }) as const;

it.each([
  ['the same', moment('CONFORME', 3), moment('CONFORME', 3), false],
  ['another value', moment('CONFORME', 3), moment('CONFORME', 4), true],
  ['another verdict', moment('CONFORME', 3), moment('NON_CONFORME', 3), true],
  ['another statut alone', moment('CONFORME', 3, 'PROVISOIRE'), moment('CONFORME', 3), true],
  ['nothing, and a value withheld', missing, moment('SANS_VALEUR', null, 'SUPPRIMEE'), true],
  ['nothing twice', missing, missing, false],
  ['two verdicts that are not read', moment('NON_LU', 3), moment('NON_LU', 3), undefined],
  ['one that is not read', moment('NON_LU', 3), moment('CONFORME', 3), undefined],
  ['other values, whatever their verdicts', moment('NON_LU', 3), moment('NON_LU', 4), true],
])('of two sides that say %s', (_, one, other, isOther) => {
  expect(isOtherwise(periode(one, other))).toBe(isOther);
});

it('never says that two sides which were not read are the same', () => {
  const same = periode(moment('CONFORME', 3), moment('CONFORME', 3));
  const notRead = periode(moment('NON_LU', 3), moment('NON_LU', 3));
  expect(sayOtherwise([same, same])).toBe('Les deux disent la même chose de chaque période.');
  expect(sayOtherwise([notRead])).toBe(
    'On ne sait pas s’ils disent la même chose : un palier ne répond pas.',
  );
  expect(sayOtherwise([same, notRead])).toBe(
    'Périodes dont ils ne disent pas la même chose : 0 sur 2. Périodes qui ne se comparent pas, car un palier ne répond pas : 1.',
  );
});

import { expect, it } from 'vitest';
import type { MesureDeSerie } from '../territoire/data.ts';
import { isOtherwise, type PeriodeSide, sayOtherwise } from './sides.ts';

const moment = (etat: PeriodeSide['etat'], valeur: number | null = null, statut = 'FINALE'): PeriodeSide => ({
  etat,
  valeur,
  mesure: { statut } as MesureDeSerie,
});
const missing: PeriodeSide = { etat: 'NON_RECUE', valeur: null, mesure: undefined };
const suppressed = moment('SANS_VALEUR', null, 'SUPPRIMEE');
const unmeasured = moment('SANS_VALEUR', null, 'NON_DISPONIBLE');
const periode = (one: PeriodeSide, other: PeriodeSide) =>
  ({ periode: '2025-2026-P01', moments: [one, other] }) as const;

it.each([
  ['the same', moment('CONFORME', 3), moment('CONFORME', 3), false],
  ['another value', moment('CONFORME', 3), moment('CONFORME', 4), true],
  ['another verdict', moment('CONFORME', 3), moment('NON_CONFORME', 3), true],
  ['another statut alone', moment('CONFORME', 3, 'PROVISOIRE'), moment('CONFORME', 3), true],
  ['nothing, and a value withheld', missing, suppressed, true],
  ['a value withheld twice', suppressed, suppressed, 'RETENUE'],
  ['a value, and the same withheld perhaps', moment('CONFORME', 3), suppressed, 'RETENUE'],
  ['no case, and what is withheld', moment('SANS_VALEUR', null, 'AUCUN_CAS'), suppressed, 'RETENUE'],
  ['a value withheld, and one that could not be measured', suppressed, unmeasured, true],
  ['no value that could be measured, twice', unmeasured, unmeasured, false],
  ['nothing twice', missing, missing, false],
  ['two verdicts that are not read', moment('NON_LU', 3), moment('NON_LU', 3), 'NON_LUE'],
  ['one that is not read', moment('NON_LU', 3), moment('CONFORME', 3), 'NON_LUE'],
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
  expect(sayOtherwise([same, periode(suppressed, suppressed), notRead])).toBe(
    'Périodes dont ils ne disent pas la même chose : 0 sur 3. Périodes qui ne se comparent pas, car une valeur y est supprimée : 1. Périodes qui ne se comparent pas, car un palier ne répond pas : 1.',
  );
});

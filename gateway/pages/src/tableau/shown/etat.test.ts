import { expect, it } from 'vitest';
import { ETATS_OBLIGATION, sayOneObligation } from '../etablissement/say-etats.ts';
import { ETATS, etatOf, nameOfEtat, type MesureJugee, type VerdictLu } from './etat.ts';

const measured = (valeur: number | null, verdict: VerdictLu | null): MesureJugee => ({ valeur, verdict });
const judged = (etat: VerdictLu['etat'], ...others: VerdictLu['etat'][]): VerdictLu => ({
  etat,
  parSource: others.map((one, rank) => ({ source: `S${rank}`, etat: one })),
});

it.each([
  [
    'what is measured and meets both sources',
    measured(3, judged('CONFORME', 'CONFORME', 'CONFORME')),
    'CONFORME',
  ],
  ['zero, which is a value', measured(0, judged('CONFORME', 'CONFORME')), 'CONFORME'],
  ['two sources that differ', measured(4, judged('INDETERMINE', 'CONFORME', 'NON_CONFORME')), 'CONFLIT'],
  [
    'a source that does not decide, beside one that does',
    measured(4, judged('INDETERMINE', 'INDETERMINE', 'CONFORME')),
    'INDETERMINE',
  ],
  [
    'a condition that the measure does not carry',
    measured(4, judged('INDETERMINE', 'INDETERMINE')),
    'INDETERMINE',
  ],
  ['nothing to compare with', measured(4, judged('SANS_VERDICT')), 'SANS_VERDICT'],
  ['a value withheld', measured(null, judged('SANS_VERDICT')), 'SANS_VALEUR'],
  ['a verdict that could not be read', measured(4, null), 'NON_LU'],
] as const)('shows %s', (_, mesure, etat) => {
  expect(etatOf(mesure, true)).toBe(etat);
});

it('never takes what is not received, not due and not read for one another', () => {
  expect([true, false, undefined].map((isDue) => etatOf(undefined, isDue))).toEqual([
    'NON_RECUE',
    'NON_DUE',
    'NON_LU',
  ]);
});

it('names no state as something else that is due is named: on one page, they are counted apart', () => {
  const due = new Set(ETATS_OBLIGATION.map(sayOneObligation));
  expect(ETATS.map(nameOfEtat).filter((name) => due.has(name))).toEqual([]);
});

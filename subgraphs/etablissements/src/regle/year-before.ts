import { PERIODES_PAR_EXERCICE, periodeCode, toPeriode } from '@palier/runtime/exercice';

/** The same period of the exercice before: thirteen periods earlier. */
export function yearBefore(periode: string): string {
  const { exercice, rang } = toPeriode(periode);
  const [begin = 0, end = 0] = exercice.split('-').map(Number);
  return periodeCode(`${begin - 1}-${end - 1}`, rang);
}

/** A measure, by its identifier, and the same one at each of the thirteen periods before, which rules compare it with. */
export function listCompared(mesure: string): string[] {
  const [periode = '', ...rest] = mesure.split(':');
  const [{ exercice, rang }, former] = [toPeriode(periode), toPeriode(yearBefore(periode))];
  return Array.from({ length: PERIODES_PAR_EXERCICE + 1 }, (_, index) => {
    const place = rang - index;
    const code =
      place > 0 ? periodeCode(exercice, place) : periodeCode(former.exercice, place + PERIODES_PAR_EXERCICE);
    return [code, ...rest].join(':');
  });
}

import { periodeCode, toPeriode } from '@palier/runtime/exercice';

/** The same period of the exercice before: thirteen periods earlier. */
export function yearBefore(periode: string): string {
  const { exercice, rang } = toPeriode(periode);
  const [begin = 0, end = 0] = exercice.split('-').map(Number);
  return periodeCode(`${begin - 1}-${end - 1}`, rang);
}

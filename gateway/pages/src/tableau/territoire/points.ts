import type { PointDeSerie } from '../chart/series-chart.tsx';
import type { Choices } from '../choices/choices.ts';
import { etatOf } from '../shown/etat.ts';
import type { MesureDeSerie } from './data.ts';

/** One période of a series, and what was measured then. */
export interface Point extends PointDeSerie {
  readonly mesure: MesureDeSerie | undefined;
}

/** Every période asked, measured or not. */
export function listPoints(
  { periodes, volet }: Pick<Choices, 'periodes' | 'volet'>,
  mesures: readonly MesureDeSerie[],
  isDue: boolean | undefined,
): readonly Point[] {
  return periodes.map((periode) => {
    const mesure = mesures.find((one) => one.periode.code === periode && one.volet === volet);
    return { periode, mesure, etat: etatOf(mesure, isDue), valeur: mesure?.valeur ?? null };
  });
}

import type { PageRequest } from '../../shell/page.ts';
import type { Choices } from '../choices/choices.ts';
import { type CarteRegion, toCarte } from './carte.ts';
import { type TableauLimites, toContours } from './contours.ts';
import type { TableauCarte, TableauLieux } from './data.ts';

/**
 * Asks what is measured of an exigence in every territory.
 * @returns nothing when the territories, or their measures, could not be read: what is not read is not absent
 */
export async function askCarte(
  ask: PageRequest['ask'],
  { exigence, campagne, periode, volet }: Choices,
): Promise<readonly CarteRegion[] | undefined> {
  const [lieux, limites, carte] = await Promise.all([
    ask<TableauLieux>('tableau-lieux'),
    ask<TableauLimites>('tableau-limites'),
    ask<TableauCarte>('tableau-carte', { exigence: exigence.code, campagne: campagne.code, periode }),
  ]);
  const territoires = lieux.data.territoiresClsc?.nodes;
  const mesures = carte.data.mesures?.nodes;
  if (territoires === undefined || mesures === undefined) return undefined;
  const contours = toContours(limites.data);
  return toCarte(
    territoires.flatMap((lieu) => (lieu === null ? [] : [{ ...lieu, contour: contours.get(lieu.code) }])),
    mesures.filter((mesure) => mesure !== null).filter((mesure) => mesure.volet === volet),
  );
}

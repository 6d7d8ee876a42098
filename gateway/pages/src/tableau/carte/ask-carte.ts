import { tableauCarte, tableauLieux, tableauLimites } from '../../operations/operations.ts';
import type { PageRequest } from '../../shell/page.ts';
import type { Choices } from '../choices/choices.ts';
import { ETABLISSEMENTS, MSSS, type Told } from '../shown/level.ts';
import { wholeList } from '../shown/whole-of.ts';
import { type Carte, type MesureSituee, toCarte } from './carte.ts';
import { toContours } from './contours.ts';
import type { MesureDeCarte } from './data.ts';

/** Asks what is measured of an exigence in every territory; all of it is told, or nothing: what is not read is not absent. */
export async function askCarte(
  ask: PageRequest['ask'],
  { exigence, campagne, isAsked, periode, volet }: Choices,
): Promise<Told<Carte>> {
  const [lieux, limites, carte] = await Promise.all([
    ask(tableauLieux, {}),
    ask(tableauLimites, {}),
    ask(tableauCarte, { exigence: exigence.code, campagne: campagne.code, periode }),
  ]);
  const territoires = wholeList(lieux.data.territoiresClsc);
  const mesures = wholeList(carte.data.mesures);
  if (mesures === undefined) return { silent: ETABLISSEMENTS };
  if (territoires === undefined || !mesures.every(isPlaced)) return { silent: MSSS };
  const contours = toContours(limites.data);
  return {
    told: {
      regions: toCarte(
        territoires.map((lieu) => ({ ...lieu, contour: contours.get(lieu.code) })),
        mesures.filter((mesure) => mesure.volet === volet),
        isAsked,
      ),
      absence: isAsked === false ? null : (carte.data.mesures?.absence ?? null),
    },
  };
}

const isPlaced = (mesure: MesureDeCarte): mesure is MesureDeCarte & MesureSituee =>
  mesure.territoire !== null;

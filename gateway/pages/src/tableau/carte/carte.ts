import type { NodeOf } from '../../operations/operation.ts';
import type { TableauLieuxQuery } from '../../operations/operations.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import { groupBy } from '../shown/group-by.ts';
import type { Contour } from './contours.ts';
import type { MesureDeCarte } from './data.ts';
import { etatOf, type EtatMontre } from '../shown/etat.ts';

export interface Lieu extends NodeOf<TableauLieuxQuery['territoiresClsc']> {
  /** Nothing when no file gives it. */
  readonly contour?: Contour | undefined;
}

export type MesureSituee = MesureDeCarte & { readonly territoire: NonNullable<MesureDeCarte['territoire']> };

/** One territory: what was measured there, and how it is shown. */
export interface Case {
  readonly lieu: Lieu;
  readonly etat: EtatMontre;
  readonly mesure: MesureDeCarte | undefined;
}

export interface CarteRegion {
  readonly code: string;
  readonly nom: string;
  readonly cases: readonly Case[];
}

/** What is measured of an exigence in every territory. */
export interface Carte {
  readonly regions: readonly CarteRegion[];
  /** What is said where nothing is measured at all. */
  readonly absence: AbsenceLue | null;
}

/**
 * Every territory once, by région, measured or not.
 * @param mesures those of one exigence, one volet and one période
 * @param isAsked whether the campagne asks the exigence; nothing when that could not be read
 */
export function toCarte(
  lieux: readonly Lieu[],
  mesures: readonly MesureSituee[],
  isAsked: boolean | undefined,
): readonly CarteRegion[] {
  const byTerritoire = new Map(mesures.map((mesure) => [mesure.territoire.code, mesure]));
  const regions = groupBy(lieux, ({ region }) => region.code);
  return [...regions]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, inside]) => ({
      code,
      nom: inside[0]!.region.nom,
      cases: inside.map((lieu) => {
        const mesure = byTerritoire.get(lieu.code);
        return { lieu, mesure, etat: etatOf(mesure, isDue(lieu, isAsked)) };
      }),
    }));
}

/**
 * Who owes an account of a territory is a territorial établissement (mandate E11); of the others, nothing is due.
 * @returns nothing when Santé Québec, who knows, did not answer
 */
function isOwed({ etablissement }: Pick<Lieu, 'etablissement'>): boolean | undefined {
  return etablissement === null ? undefined : etablissement.categorie === 'ETABLISSEMENT_TERRITORIAL';
}

/**
 * Whether a measure is due in a territory.
 * @param isAsked whether the campagne asks it; nothing when that could not be read
 */
export function isDue(lieu: Pick<Lieu, 'etablissement'>, isAsked: boolean | undefined): boolean | undefined {
  const conditions = [isAsked, isOwed(lieu)];
  if (conditions.includes(false)) return false;
  return conditions.includes(undefined) ? undefined : true;
}

export interface Compte {
  readonly etat: EtatMontre;
  readonly nombre: number;
}

/** How many territories are in each state that some are in. @param etats in the order to tell them */
export function countEtats(cases: readonly Case[], etats: readonly EtatMontre[]): readonly Compte[] {
  const counts = groupBy(cases, ({ etat }) => etat);
  return etats.flatMap((etat) => {
    const inside = counts.get(etat);
    return inside === undefined ? [] : [{ etat, nombre: inside.length }];
  });
}

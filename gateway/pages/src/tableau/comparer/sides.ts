import { type Comptes, listLignes, type LigneBilan } from '../bilan/bilan.ts';
import { isDue } from '../carte/carte.ts';
import type { Choices } from '../choices/choices.ts';
import type { EtatMontre } from '../shown/etat.ts';
import { wholeList } from '../shown/whole-of.ts';
import type { TerritoireDemande } from '../territoire/ask-territoire.ts';
import type { MesureDeSerie } from '../territoire/data.ts';
import { listPoints } from '../territoire/points.ts';

/** One of the two things compared: a territory, at an instant. */
export interface Side extends TerritoireDemande {
  /** What tells it from the other: the name of the territory, or the instant. */
  readonly name: string;
  /** The past instant that it was read at, as it was asked. */
  readonly au: string | undefined;
  /** What is chosen and was not there yet. */
  readonly unknown: readonly Unknown[];
}

export type Unknown = 'campagne' | 'exigence';

export type TwoSides = readonly [Side, Side];

export interface LigneComparee extends Comptes {
  readonly key: string;
  readonly name: string;
  readonly side: string;
}

/** The lines of two bilans, each exigence of one beside that of the other. */
export function compareBilans([one, other]: TwoSides): readonly LigneComparee[] {
  const right = new Map(lignesOf(other).map((ligne) => [nameOf(ligne), ligne]));
  const left = new Map(lignesOf(one).map((ligne) => [nameOf(ligne), ligne]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) => [
    ...toLigne(left.get(name), name, one),
    ...toLigne(right.get(name), name, other),
  ]);
}

const lignesOf = ({ territoire: { bilan } }: Side): readonly LigneBilan[] =>
  bilan === null ? [] : listLignes(bilan);
const nameOf = ({ exigence, volet, name }: LigneBilan): string =>
  exigence === undefined ? name : `${name}${volet ?? ''}`;

function toLigne(ligne: LigneBilan | undefined, key: string, { name }: Side): readonly LigneComparee[] {
  return ligne === undefined ? [] : [{ ...ligne, key: `${key} ${name}`, side: name }];
}

export interface PeriodeSide {
  readonly valeur: number | null;
  readonly etat: EtatMontre;
  readonly mesure: MesureDeSerie | undefined;
}

export interface PeriodeComparee {
  readonly periode: string;
  readonly moments: readonly [PeriodeSide, PeriodeSide];
}

/** Each période of both; nothing when the measures of one could not be read. */
export function comparePeriodes(
  choices: Choices,
  [one, other]: TwoSides,
): readonly PeriodeComparee[] | undefined {
  const left = momentsOf(choices, one);
  const right = momentsOf(choices, other);
  if (left === undefined || right === undefined) return undefined;
  return left.map((moment, rank) => ({ periode: moment.periode, moments: [moment, right[rank]!] }));
}

function momentsOf(choices: Choices, { territoire, serie, unknown }: Side) {
  if (unknown.length > 0) return listPoints(choices, [], false);
  const mesures = wholeList(serie?.territoireClsc?.mesures);
  return mesures && listPoints(choices, mesures, isDue(territoire, choices.isAsked));
}

/** Why two sides cannot be compared: a figure of theirs is withheld, or was not read. */
export type Incomparable = 'RETENUE' | 'NON_LUE';

/** Whether the two sides tell a période otherwise. */
export function isOtherwise({ moments: [one, other] }: PeriodeComparee): boolean | Incomparable {
  if (isWithheldFrom(one, other) || isWithheldFrom(other, one)) return 'RETENUE';
  if (one.valeur !== other.valeur || one.mesure?.statut !== other.mesure?.statut) return true;
  if (one.etat === 'NON_LU' || other.etat === 'NON_LU') return 'NON_LUE';
  return one.etat !== other.etat;
}

/** What a suppressed figure says is unknown, and it may be what the other says: a value, or that there was no case. */
const isWithheldFrom = (one: PeriodeSide, { mesure: other }: PeriodeSide): boolean =>
  one.mesure?.statut === 'SUPPRIMEE' && other !== undefined && other.statut !== 'NON_DISPONIBLE';

/** In how many périodes the two sides differ, and how many cannot be compared. */
export function sayOtherwise(periodes: readonly PeriodeComparee[]): string {
  if (periodes.every(({ moments }) => moments.every(({ etat }) => etat === 'NON_DUE')))
    return 'Rien n’est dû d’aucun des deux côtés.';
  const told = periodes.map(isOtherwise);
  const otherwise = told.filter((one) => one === true).length;
  const untold = (['RETENUE', 'NON_LUE'] as const).flatMap((why) => {
    const count = told.filter((one) => one === why).length;
    return count === 0 ? [] : [{ count, why: WHY[why] }];
  });
  if (untold[0]?.count === told.length)
    return `On ne sait pas s’ils disent la même chose : ${untold[0].why}.`;
  return [
    otherwise === 0 && untold.length === 0
      ? 'Les deux disent la même chose de chaque période.'
      : `Périodes dont ils ne disent pas la même chose : ${otherwise} sur ${told.length}.`,
    ...untold.map(({ count, why }) => `Périodes qui ne se comparent pas, car ${why} : ${count}.`),
  ].join(' ');
}

/** Why nothing can be said of a période. */
export const WHY: Readonly<Record<Incomparable, string>> = {
  RETENUE: 'une valeur y est supprimée',
  NON_LUE: 'un palier ne répond pas',
};

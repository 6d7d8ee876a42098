import { type Comptes, listLignes, type LigneBilan } from '../bilan/bilan.ts';
import { isOwed } from '../carte/carte.ts';
import type { Choices } from '../choices/choices.ts';
import type { EtatMontre } from '../shown/etat.ts';
import type { MesureDeSerie, TableauSerie, TerritoireLu } from '../territoire/data.ts';
import { listPoints } from '../territoire/points.ts';

/** One of the two things compared: a territory, at an instant. */
export interface Side {
  /** What tells it from the other: the name of the territory, or the instant. */
  readonly name: string;
  readonly territoire: TerritoireLu;
  /** Nothing when what is measured could not be read. */
  readonly serie: TableauSerie | undefined;
}

export type Sides = readonly [Side, Side];

export interface LigneComparee extends Comptes {
  readonly key: string;
  readonly name: string;
  readonly side: string;
}

/** The lines of two bilans, each exigence of one beside that of the other. */
export function compareBilans([one, other]: Sides): readonly LigneComparee[] {
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

export interface Moment {
  readonly valeur: number | null;
  readonly etat: EtatMontre;
  readonly mesure: MesureDeSerie | undefined;
}

export interface PeriodeComparee {
  readonly periode: string;
  readonly moments: readonly [Moment, Moment];
}

/** Each période of both; nothing when the measures of one could not be read. */
export function comparePeriodes(
  choices: Choices,
  [one, other]: Sides,
): readonly PeriodeComparee[] | undefined {
  const left = momentsOf(choices, one);
  const right = momentsOf(choices, other);
  if (left === undefined || right === undefined) return undefined;
  return left.map((moment, rank) => ({ periode: moment.periode, moments: [moment, right[rank]!] }));
}

function momentsOf(choices: Choices, { territoire, serie }: Side) {
  const mesures = serie?.territoireClsc?.mesures;
  if (mesures == null) return undefined;
  return listPoints(
    choices,
    mesures.nodes.filter((node) => node !== null),
    isOwed(territoire),
  );
}

/** Whether the two sides tell a période otherwise. */
export const isOtherwise = ({ moments: [one, other] }: PeriodeComparee): boolean =>
  one.valeur !== other.valeur || one.etat !== other.etat;

import type { EtatObligation } from './say-etats.ts';

/** What is due, counted by where it stands. */
export interface ObligationsComptees {
  /** A state that none is in has no group. */
  readonly repartition: readonly { readonly cle: string | null; readonly nombre: number }[];
}

/** How many are due. */
export const countAllObligations = ({ repartition }: ObligationsComptees): number =>
  repartition.reduce((total, { nombre }) => total + nombre, 0);

/** How many stand there. */
export const countObligations = ({ repartition }: ObligationsComptees, etat: EtatObligation): number =>
  repartition.find(({ cle }) => cle === etat)?.nombre ?? 0;

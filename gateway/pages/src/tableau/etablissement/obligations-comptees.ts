import type { EtatObligation } from './say-etats.ts';

/** What is due, counted by where it stands. */
export interface ObligationsComptees {
  readonly totalCount: number;
  /** A state that none is in has no group. */
  readonly repartition: readonly { readonly cle: string | null; readonly nombre: number }[];
}

/** How many stand there. */
export const countObligations = ({ repartition }: ObligationsComptees, etat: EtatObligation): number =>
  repartition.find(({ cle }) => cle === etat)?.nombre ?? 0;

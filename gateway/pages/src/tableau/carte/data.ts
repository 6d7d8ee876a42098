import type { AbsenceLue } from '../shown/absence.tsx';
import type { Lieu, Mesure } from './carte.ts';

export interface TableauLieux {
  /** Null when the ministry did not answer. */
  readonly territoiresClsc: { readonly nodes: readonly (Lieu | null)[] } | null;
}

export interface TableauCarte {
  /** Null when the level of the établissements did not answer. */
  readonly mesures: {
    readonly nodes: readonly (Mesure | null)[];
    readonly absence: AbsenceLue | null;
  } | null;
}

import type { AbsenceLue } from '../shown/absence.tsx';
import type { Lieu, Mesure } from './carte.ts';

export interface TableauLieux {
  /** Null when the ministry did not answer. */
  readonly territoiresClsc: { readonly nodes: readonly (Lieu | null)[] } | null;
}

export interface MesureDeCarte extends Mesure {
  /** Null when the ministry did not answer. */
  readonly territoire: { readonly code: string } | null;
}

export interface TableauCarte {
  /** Null when the level of the établissements did not answer. */
  readonly mesures: {
    readonly nodes: readonly (MesureDeCarte | null)[];
    readonly absence: AbsenceLue | null;
  } | null;
}

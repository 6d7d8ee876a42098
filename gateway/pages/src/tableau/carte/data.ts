import type { AbsenceLue } from '../shown/absence.tsx';
import type { Lieu, Mesure } from './carte.ts';

export interface TableauLieux {
  /** Null when the ministry did not answer. */
  readonly territoiresClsc: { readonly nodes: readonly (Lieu | null)[] } | null;
}

export interface TableauLimites {
  /** Null when the ministry did not answer. */
  readonly territoiresClsc: {
    readonly nodes: readonly ({ readonly code: string; readonly limitePubliee: LimiteLue | null } | null)[];
  } | null;
}

/** Null where no file of boundaries was imported, or where it had no shapes. */
export interface LimiteLue {
  readonly retireLe: string | null;
  readonly contour: { readonly geojson: string } | null;
  readonly provenance: { readonly section: string | null };
}

export interface TableauCarte {
  /** Null when the level of the établissements did not answer. */
  readonly mesures: {
    readonly nodes: readonly (Mesure | null)[];
    readonly absence: AbsenceLue | null;
  } | null;
}

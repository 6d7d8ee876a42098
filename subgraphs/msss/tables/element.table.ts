import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { ListeElements } from '../src/element/element-enums.ts';

/** Something of the graph: the name of its type, and its code. */
export interface Renvoi {
  readonly type: string;
  readonly code: string;
}

export interface ElementTable {
  code: string;
  rang: number;
  liste: ListeElements;
  parent_code: string | null;
  groupe: string | null;
  enonce: string;
  note: string | null;
  precisions: readonly string[];
  /** Null in the past of before this column. */
  renvois: readonly Renvoi[] | null;
  non_dit: boolean;
  reference_code: string | null;
  provenance: ProvenanceRow;
}

export const ELEMENT_COLUMNS = [
  'code',
  'rang',
  'liste',
  'parent_code',
  'groupe',
  'enonce',
  'note',
  'precisions',
  'renvois',
  'non_dit',
  'reference_code',
  'provenance',
] as const satisfies readonly (keyof ElementTable)[];

import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { BilanTerritoireTable } from './bilan.table.ts';

/** One per campagne: when and from what its bilans were made. `consolide_le` is text, as Postgres writes it. */
export interface ConsolidationTable {
  campagne_code: string;
  source: string;
  version: string;
  consolide_le: string;
  /** Whether the campagne was closed before what is counted was read: nothing it asked for may be submitted since. */
  fermee: boolean;
  provenance: ProvenanceRow;
}

/** What was counted of one territory, from what `empreinte` tells. */
export interface ReleveTable {
  campagne_code: string;
  territoire_code: string;
  empreinte: string;
  /** Measures read, those that the canevas does not ask for included. */
  mesures: number;
  /** Whether one of those that are counted is made up. */
  fictif: boolean;
  comptes: BilanTerritoireTable[];
}

/** One row, once something was consolidated: 256 random bits, in hexadecimal, that nobody reads. */
export interface SecretConsolidationTable {
  seul?: true;
  cle: string;
}

/** The units that a consolidation summed a territory up in. */
export interface CompositionTable {
  campagne_code: string;
  territoire_code: string;
  rls: string | null;
  rts: string | null;
  rss: string | null;
  ruisss: string | null;
}

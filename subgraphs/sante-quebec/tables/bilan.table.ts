/** Counts of one territory, for one exigence and one volet (empty when it has none). */
export interface BilanTerritoireTable {
  campagne_code: string;
  territoire_code: string;
  exigence_code: string;
  volet: string;
  indicateur_code: string;
  conformes: number;
  non_conformes: number;
  indetermines: number;
  sans_verdict: number;
  absents: number;
  attendues: number;
  /** Periods whose figure is suppressed: while it counted one, nothing tells what the cell counted before. */
  supprimees: string[];
  /** Periods of which it counted a figure, now or before. */
  comptees: string[];
  /** Whether its verdicts are told no more: what it measured is then in `sans_verdict`. */
  verdicts_reserves: boolean;
}

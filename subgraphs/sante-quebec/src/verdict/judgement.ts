import type { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';

// What is judged, by what, and what comes of it.

/** What a source asks; other fields of the ministry's threshold pass through untouched. Words are only there to be said. */
export interface Threshold {
  readonly valeur: number | null;
  readonly comparateur: Comparateur | null;
  readonly unite: string | null;
  readonly part: number | null;
  /** What the value depends on, case by case, and no measure carries: the value is then a mere bound. */
  readonly condition?: string | null;
  /** The year aimed at. */
  readonly echeance?: string | null;
  readonly declencheur?: string | null;
  readonly texte?: string;
}

export interface SourceStatement {
  readonly source: SourceAssertion;
  /** The status according to this source. */
  readonly statut?: StatutExigence;
  /** « en personne », « par téléphone »; null when the exigence has a single threshold. */
  readonly volet: string | null;
  readonly seuil: Threshold | null;
}

/** What the ministry says of the exigence that a measure answers. */
export interface JudgedExigence<Said extends SourceStatement = SourceStatement> {
  readonly code: string;
  readonly statut: StatutExigence;
  readonly assertions: readonly Said[];
  readonly ecarts: readonly { readonly code: string }[];
}

export interface JudgedMeasure {
  readonly valeur: number | null;
  /** Null when unknown: the threshold's unit is then taken. */
  readonly unite: string | null;
  readonly volet: string | null;
  /** « 2025-2026 »; null when the value is judged as of today. */
  readonly exercice?: string | null;
}

export type Etat = 'CONFORME' | 'NON_CONFORME' | 'INDETERMINE' | 'SANS_VERDICT';

/** A source that gives a threshold in figures, as it writes it: a bare value keeps no comparator. */
export type Statement<Said extends SourceStatement = SourceStatement> = Said & {
  readonly seuil: NonNullable<Said['seuil']>;
};

export type JudgementBySource<Said extends SourceStatement = SourceStatement> = Statement<Said> & {
  readonly etat: Etat;
  readonly note: string | null;
};

export interface Judgement<Said extends SourceStatement = SourceStatement> {
  readonly etat: Etat;
  readonly parSource: readonly JudgementBySource<Said>[];
  /** Every known discrepancy of the exigence, whatever the outcome. */
  readonly ecarts: readonly { readonly code: string }[];
  /** One French sentence: why. */
  readonly motif: string;
}

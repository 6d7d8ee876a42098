import type { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';
import { isQualityRow } from '../indicateur/quality-row.ts';
import { isMet, sayNumber, sayThreshold } from './threshold.ts';

/** What a source asks; other fields of the ministry's threshold pass through untouched. */
export interface Threshold {
  readonly valeur: number | null;
  readonly comparateur: Comparateur | null;
  readonly unite: string | null;
  readonly part: number | null;
}

export interface SourceStatement<Seuil extends Threshold = Threshold> {
  readonly source: SourceAssertion;
  /** « en personne », « par téléphone »; null when the exigence has a single threshold. */
  readonly volet: string | null;
  readonly seuil: Seuil | null;
}

/** What the ministry says of the exigence that a measure answers. */
export interface JudgedExigence<Seuil extends Threshold = Threshold> {
  readonly code: string;
  readonly statut: StatutExigence;
  readonly assertions: readonly SourceStatement<Seuil>[];
  readonly ecarts: readonly { readonly code: string }[];
}

export interface JudgedMeasure {
  readonly valeur: number | null;
  /** Null when unknown: the threshold's unit is then taken. */
  readonly unite: string | null;
  readonly volet: string | null;
}

export type Etat = 'CONFORME' | 'NON_CONFORME' | 'INDETERMINE' | 'SANS_VERDICT';

interface JudgementBySource<Seuil extends Threshold = Threshold> {
  readonly source: SourceAssertion;
  readonly etat: Etat;
  /** The threshold as the source writes it: a bare value keeps no comparator. */
  readonly seuil: Seuil;
  readonly note: string | null;
}

export interface Judgement<Seuil extends Threshold = Threshold> {
  readonly etat: Etat;
  readonly parSource: readonly JudgementBySource<Seuil>[];
  /** Every known discrepancy of the exigence, whatever the outcome. */
  readonly ecarts: readonly { readonly code: string }[];
  /** One French sentence: why. */
  readonly motif: string;
}

const MOTIF_STATUT: Readonly<Record<Exclude<StatutExigence, 'FIXE'>, string>> = {
  REALITES_REGIONALES:
    'Le ministère renvoie aux réalités régionales : il n’y a pas de seuil national auquel comparer.',
  SANS_OBJET: 'L’exigence est sans objet pour ce service : aucune mesure n’y est attendue.',
  NON_DIT: 'Aucune source ne dit rien de cette exigence pour ce service.',
};

const MOTIF_QUALITE =
  'Standard de qualité : le document 003 exclut qu’il serve d’indicateur ou de critère de performance (Annexe II, L2395-2400).';

/**
 * Compares one measure with what each source of document 003 asks. Sources are never merged: when they lead to
 * different outcomes, the state is INDETERMINE and each one's verdict is given.
 */
export function judge<Seuil extends Threshold>(
  measure: JudgedMeasure,
  exigence: JudgedExigence<Seuil>,
): Judgement<Seuil> {
  const refusal = refuseToJudge(measure, exigence);
  if (refusal !== null) return withoutVerdict(exigence, refusal);
  const statements = thresholdsOfVolet(measure, exigence);
  if (statements.length === 0) return withoutVerdict(exigence, sayNoThreshold(measure));
  const parSource = statements.map((statement) => judgeBySource(measure, statement, statements));
  const etat = combine(parSource.map((one) => one.etat));
  return {
    etat,
    parSource,
    ecarts: exigence.ecarts,
    // Said when it is asked for: most often only states are.
    get motif() {
      return sayOutcome(etat, measure, parSource);
    },
  };
}

function refuseToJudge({ valeur }: JudgedMeasure, { code, statut }: JudgedExigence): string | null {
  if (isQualityRow(code)) return MOTIF_QUALITE;
  if (statut !== 'FIXE') return MOTIF_STATUT[statut];
  if (valeur === null) return 'La mesure ne donne pas de valeur.';
  return null;
}

function withoutVerdict<Seuil extends Threshold>(
  { ecarts }: JudgedExigence<Seuil>,
  motif: string,
): Judgement<Seuil> {
  return { etat: 'SANS_VERDICT', parSource: [], ecarts, motif };
}

interface Statement<Seuil> {
  readonly source: SourceAssertion;
  readonly seuil: Seuil;
}

function thresholdsOfVolet<Seuil extends Threshold>(
  { volet }: JudgedMeasure,
  { assertions }: JudgedExigence<Seuil>,
): Statement<Seuil>[] {
  return assertions.flatMap(({ source, seuil, volet: spoken }) =>
    spoken === volet && seuil !== null && seuil.valeur !== null ? [{ source, seuil }] : [],
  );
}

function sayNoThreshold({ volet }: JudgedMeasure): string {
  return volet === null
    ? 'Aucune source ne donne de seuil chiffré auquel comparer la mesure.'
    : `Aucune source ne donne de seuil chiffré pour le volet « ${volet} ».`;
}

function judgeBySource<Seuil extends Threshold>(
  { valeur, unite }: JudgedMeasure,
  { source, seuil }: Statement<Seuil>,
  all: readonly Statement<Seuil>[],
): JudgementBySource<Seuil> {
  if (unite !== null && seuil.unite !== null && unite !== seuil.unite) {
    const note = `La mesure est en « ${unite} » et le seuil en « ${seuil.unite} » : ils ne se comparent pas.`;
    return { source, seuil, etat: 'SANS_VERDICT', note };
  }
  const comparateur = seuil.comparateur ?? borrowComparateur(all);
  if (comparateur === null)
    return {
      source,
      seuil,
      etat: 'SANS_VERDICT',
      note: 'Valeur nue : aucune source ne dit comment comparer.',
    };
  const etat = isMet(valeur ?? Number.NaN, comparateur, seuil.valeur ?? Number.NaN)
    ? 'CONFORME'
    : 'NON_CONFORME';
  const note =
    seuil.comparateur === null
      ? `Valeur nue, lue « ${sayThreshold({ ...seuil, comparateur })} » d’après l’autre source (déduit).`
      : null;
  return { source, seuil, etat, note };
}

function borrowComparateur(statements: readonly Statement<Threshold>[]): Comparateur | null {
  return statements.find(({ seuil }) => seuil.comparateur !== null)?.seuil.comparateur ?? null;
}

function combine(etats: readonly Etat[]): Etat {
  const spoken = new Set(etats.filter((etat) => etat !== 'SANS_VERDICT'));
  if (spoken.size > 1) return 'INDETERMINE';
  return [...spoken][0] ?? 'SANS_VERDICT';
}

function sayOutcome(
  etat: Etat,
  { valeur, unite }: JudgedMeasure,
  parSource: readonly JudgementBySource[],
): string {
  if (etat === 'SANS_VERDICT') return parSource[0]?.note ?? 'Rien ne permet de comparer.';
  const measured = [sayNumber(valeur ?? Number.NaN), unite ?? parSource[0]?.seuil.unite]
    .filter(Boolean)
    .join(' ');
  if (etat === 'INDETERMINE')
    return `Les sources se contredisent pour ${measured} : ${parSource.map(sayBySource).join(' ; ')}.`;
  const asked = [...new Set(parSource.map(({ seuil }) => sayThreshold(seuil)))].join(' ; ');
  return `Mesure : ${measured} ; seuil : ${asked}.`;
}

function sayBySource({ source, etat, seuil }: JudgementBySource): string {
  const name = source === 'FICHE' ? 'la fiche' : 'l’Annexe II';
  return `${name} (${sayThreshold(seuil)}) donne ${etat === 'CONFORME' ? 'conforme' : 'non conforme'}`;
}

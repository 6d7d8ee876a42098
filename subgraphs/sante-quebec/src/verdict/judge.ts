import { isQualityRow } from '@palier/runtime/quality-row';
import { judgeBySource, sayWhyOpen } from './judge-by-source.ts';
import type {
  Etat,
  JudgedExigence,
  JudgedMeasure,
  Judgement,
  JudgementBySource,
  SourceStatement,
  Statement,
} from './judgement.ts';
import { refuseStatus, sayNoThreshold } from './say-no-verdict.ts';
import { sayNumber, sayThreshold } from './threshold.ts';

/**
 * Compares one measure with what each source of document 003 asks. Sources are never merged: when they lead to
 * different outcomes, or one of them cannot decide, the state is INDETERMINE and each one's verdict is given.
 */
export function judge<Said extends SourceStatement>(
  measure: JudgedMeasure,
  exigence: JudgedExigence<Said>,
): Judgement<Said> {
  const refusal = refuseToJudge(measure, exigence);
  if (refusal !== null) return withoutVerdict(exigence, refusal);
  const statements = thresholdsOfVolet(measure, exigence);
  if (statements.length === 0) return withoutVerdict(exigence, sayNoThreshold(measure, exigence));
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

function refuseToJudge({ valeur }: JudgedMeasure, exigence: JudgedExigence): string | null {
  const { code, statut } = exigence;
  if (isQualityRow(code) || statut !== 'FIXE') return refuseStatus(exigence);
  return valeur === null ? 'La mesure ne donne pas de valeur.' : null;
}

function withoutVerdict<Said extends SourceStatement>(
  { ecarts }: JudgedExigence<Said>,
  motif: string,
): Judgement<Said> {
  return { etat: 'SANS_VERDICT', parSource: [], ecarts, motif };
}

function thresholdsOfVolet<Said extends SourceStatement>(
  { volet }: JudgedMeasure,
  { assertions }: JudgedExigence<Said>,
): Statement<Said>[] {
  return assertions.filter(
    (said): said is Statement<Said> =>
      said.volet === volet && said.seuil !== null && said.seuil.valeur !== null,
  );
}

function combine(etats: readonly Etat[]): Etat {
  const spoken = new Set(etats.filter((etat) => etat !== 'SANS_VERDICT'));
  if (spoken.size > 1) return 'INDETERMINE';
  return [...spoken][0] ?? 'SANS_VERDICT';
}

function sayOutcome(etat: Etat, measure: JudgedMeasure, parSource: readonly JudgementBySource[]): string {
  if (etat === 'SANS_VERDICT') return parSource[0]?.note ?? 'Rien ne permet de comparer.';
  const measured = [sayNumber(measure.valeur ?? Number.NaN), measure.unite ?? parSource[0]?.seuil.unite]
    .filter(Boolean)
    .join(' ');
  const open = parSource.filter((one) => one.etat === 'INDETERMINE');
  if (open.length > 0) {
    const reasons = [...new Set(open.map(({ seuil }) => sayWhyOpen(measure, seuil)))];
    return `Mesure : ${measured} ; ${parSource.map(sayBySource).join(' ; ')} : ${reasons.join(', ')}.`;
  }
  if (etat === 'INDETERMINE')
    return `Les sources se contredisent pour ${measured} : ${parSource.map(sayBySource).join(' ; ')}.`;
  const asked = [...new Set(parSource.map(({ seuil }) => sayThreshold(seuil)))].join(' ; ');
  return `Mesure : ${measured} ; seuil : ${asked}.`;
}

const OUTCOMES: Readonly<Record<Etat, string>> = {
  CONFORME: 'donne conforme',
  NON_CONFORME: 'donne non conforme',
  INDETERMINE: 'ne décide pas',
  SANS_VERDICT: 'ne se compare pas',
};

function sayBySource({ source, etat, seuil }: JudgementBySource): string {
  const name = source === 'FICHE' ? 'la fiche' : 'l’Annexe II';
  return `${name} (${sayThreshold(seuil)}) ${OUTCOMES[etat]}`;
}

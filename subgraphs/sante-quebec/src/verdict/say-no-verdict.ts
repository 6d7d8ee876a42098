import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { isQualityRow, linesOfWarning } from '@palier/runtime/quality-row';
import type { JudgedExigence, JudgedMeasure, SourceStatement } from './judgement.ts';

// Why there is no verdict: never that the sources are silent when they speak, nor that they agree when they do not.

const MOTIF_STATUT: Readonly<Record<StatutExigence, string>> = {
  FIXE: '',
  REALITES_REGIONALES:
    'Le ministère renvoie aux réalités régionales : il n’y a pas de seuil national auquel comparer.',
  SANS_OBJET:
    'L’exigence est sans objet pour ce service, selon l’Annexe II : aucune mesure n’y est attendue.',
  NON_DIT: 'Aucune source ne dit rien de cette exigence pour ce service.',
};

const sayQuality = (code: string): string =>
  `Standard de qualité : le document 003 exclut qu’il serve d’indicateur ou de critère de performance (Annexe II, ${linesOfWarning(code)}).`;

const MOTIF_QUALITE_FICHE =
  'Énoncé de qualité d’une fiche : Palier lui étend ce que le document 003 dit des standards de qualité, ni indicateurs ni critères de performance (Annexe II, L2395-2400 ; inférence).';

export function refuseStatus({ code, statut, assertions }: JudgedExigence): string {
  if (isQualityRow(code)) return code.startsWith('Q') ? sayQuality(code) : MOTIF_QUALITE_FICHE;
  const isContested = assertions.some((one) => one.statut !== undefined && one.statut !== statut);
  return isContested
    ? `${MOTIF_STATUT[statut]} Une source dit autre chose : voir les écarts.`
    : MOTIF_STATUT[statut];
}

/** Why no threshold is in figures for the volet of the measure: it names none, or the wrong one, or the threshold is no figure. */
export function sayNoThreshold({ volet }: JudgedMeasure, { assertions }: JudgedExigence): string {
  const inFigures = assertions.filter(({ seuil }) => seuil !== null && seuil.valeur !== null);
  if (inFigures.length > 0) return sayVolets(volet, inFigures);
  const words = [...new Set(assertions.flatMap(({ seuil }) => seuil?.texte ?? []))];
  return words.length === 0
    ? 'Aucune source ne donne de seuil chiffré auquel comparer la mesure.'
    : `Le seuil n’est pas un nombre seul, auquel une valeur se compare : ${words.map(quote).join(' ; ')}.`;
}

function sayVolets(volet: string | null, inFigures: readonly SourceStatement[]): string {
  const spoken = [...new Set(inFigures.flatMap((one) => one.volet ?? []))].map(quote).join(' ou ');
  if (spoken === '') return `L’exigence n’a pas de volet, et la mesure en nomme un : ${quote(volet ?? '')}.`;
  return volet === null
    ? `Les sources donnent un seuil par volet, et la mesure ne dit pas lequel : \`volet\` doit être ${spoken}.`
    : `Aucune source ne donne de seuil pour le volet ${quote(volet)} : \`volet\` doit être ${spoken}.`;
}

function quote(text: string): string {
  return `« ${text} »`;
}

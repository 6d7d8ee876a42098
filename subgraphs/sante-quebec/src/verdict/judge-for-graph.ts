import { type Origine, toProvenance } from '@palier/runtime/provenance';
import type { Assertion } from '../other-levels/assertion.type.ts';
import type { Exigence } from '../other-levels/exigence.type.ts';
import { judge } from './judge.ts';
import type { JudgedFigure } from './judged-figure.type.ts';
import type { JudgedExigence, JudgedMeasure } from './judgement.ts';
import type { Verdict } from './verdict.type.ts';

/** The verdict as the graph shows it; null when the ministry's part of the exigence did not come. */
export function judgeForGraph(
  measure: JudgedMeasure,
  exigence: Exigence | null | undefined,
  origine: Origine | undefined,
): Verdict | null {
  if (!isComplete(exigence)) return null;
  const judgement = judge(measure, exigence);
  const provenance = toProvenance({
    origine: origine === 'DEMONSTRATION' ? 'DEMONSTRATION' : 'INFERENCE',
    confiance: 'inféré',
    note: 'comparaison faite par Palier : le document 004 ne cite pas le document 003, et les rattacher est une inférence (X-14)',
  });
  return {
    etat: judgement.etat,
    parSource: [...judgement.parSource],
    ecarts: [...judgement.ecarts],
    get motif() {
      return judgement.motif;
    },
    provenance,
  };
}

/** The same of what the établissements say: of the thresholds that hold in its exercice. */
export const judgeFigure = (
  { valeur, unite, volet, exigence, provenance }: JudgedFigure,
  exercice: string | null,
): Verdict | null =>
  judgeForGraph(
    { valeur: valeur ?? null, unite: unite ?? null, volet: volet ?? null, exercice },
    exigence,
    provenance?.origine,
  );

/** Without the ministry's part of the exigence there is nothing to judge by. */
function isComplete(exigence: Exigence | null | undefined): exigence is Exigence & JudgedExigence<Assertion> {
  return exigence?.statut !== undefined && exigence.assertions !== undefined && exigence.ecarts !== undefined;
}

import type { Comparateur } from '@palier/runtime/exigence-enums';
import type {
  Etat,
  JudgedMeasure,
  JudgementBySource,
  SourceStatement,
  Statement,
  Threshold,
} from './judgement.ts';
import { isMet, isPossible, sayThreshold, sayUnitBounds } from './threshold.ts';

/**
 * What one source decides of a measure. A threshold that depends on what the measure does not carry decides only what
 * every reading of it decides; the rest is INDETERMINE.
 */
export function judgeBySource<Said extends SourceStatement>(
  measure: JudgedMeasure,
  statement: Statement<Said>,
  all: readonly Statement<Said>[],
): JudgementBySource<Said> {
  const { seuil } = statement;
  const comparateur = seuil.comparateur ?? borrowComparateur(all);
  const refusal = refuseToCompare(measure, seuil, comparateur);
  if (refusal !== null || comparateur === null) return { ...statement, etat: 'SANS_VERDICT', note: refusal };
  const etat = compare(measure, seuil, comparateur);
  return {
    ...statement,
    etat,
    // Said when it is asked for: most often only states are.
    get note() {
      return sayNote(measure, seuil, comparateur, etat);
    },
  };
}

function borrowComparateur(statements: readonly Statement[]): Comparateur | null {
  return statements.find(({ seuil }) => seuil.comparateur !== null)?.seuil.comparateur ?? null;
}

function refuseToCompare(
  { valeur, unite }: JudgedMeasure,
  seuil: Threshold,
  comparateur: Comparateur | null,
): string | null {
  if (unite !== null && seuil.unite !== null && unite !== seuil.unite)
    return `La mesure est en « ${unite} » et le seuil en « ${seuil.unite} » : ils ne se comparent pas.`;
  if (comparateur === null) return 'Valeur nue : aucune source ne dit comment comparer.';
  if (!isPossible(valeur ?? Number.NaN, seuil.unite)) return sayUnitBounds(seuil.unite);
  return null;
}

function compare(measure: JudgedMeasure, seuil: Threshold, comparateur: Comparateur): Etat {
  const valeur = measure.valeur ?? Number.NaN;
  const holds = isMet(valeur, comparateur, seuil.valeur ?? Number.NaN);
  if (seuil.condition != null) return compareWithBound(valeur, comparateur, holds);
  if (holds) return 'CONFORME';
  return isDue(measure, seuil) ? 'NON_CONFORME' : 'INDETERMINE';
}

/** The threshold is the loosest there can be: what exceeds it fails in any case, what is nil passes in any case. */
function compareWithBound(valeur: number, comparateur: Comparateur, holds: boolean): Etat {
  if (comparateur !== 'INFERIEUR_OU_EGAL') return 'INDETERMINE';
  if (!holds) return 'NON_CONFORME';
  return valeur === 0 ? 'CONFORME' : 'INDETERMINE';
}

/** Whether the year aimed at was surely past when the exercice began; a value without one is judged as of today. */
function isDue({ exercice }: JudgedMeasure, { echeance }: Threshold): boolean {
  return exercice == null || echeance == null || Number(exercice.slice(0, 4)) > Number(echeance);
}

/** What keeps a source from deciding. */
export function sayWhyOpen({ exercice }: JudgedMeasure, { condition, echeance }: Threshold): string {
  return condition == null
    ? `l’exercice ${exercice ?? ''} ne suit pas l’échéance de ${echeance ?? ''}`
    : `la mesure ne porte pas ${condition}`;
}

/** How the threshold was read, and what it supposes of the measure; null when there is nothing to say. */
function sayNote(
  measure: JudgedMeasure,
  seuil: Threshold,
  comparateur: Comparateur,
  etat: Etat,
): string | null {
  const { condition, declencheur, echeance, part, unite } = seuil;
  const notes = [
    seuil.comparateur === null &&
      `Valeur nue, lue « ${sayThreshold({ ...seuil, comparateur })} » d’après l’autre source (déduit).`,
    etat === 'INDETERMINE' && `Indéterminé : ${sayWhyOpen(measure, seuil)}.`,
    etat !== 'INDETERMINE' && condition != null && `Vaut quoi que dise ${condition}.`,
    part !== null && `Valeur lue comme celle du ${part}e centile (règle de l’indicateur, déduite).`,
    declencheur != null && `Délai compté depuis : ${declencheur}.`,
    echeance != null && `Visé d’ici ${echeance}.`,
    unite === 'jours' &&
      'Le texte ne dit pas si les jours sont ouvrables : la valeur est comparée comme si elle les comptait de même (déduit).',
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : notes.join(' ');
}

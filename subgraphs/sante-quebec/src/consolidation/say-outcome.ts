import type { ConsolidationOutcome, DueOutcome } from './consolidate-due.ts';

/** What was made of all that is due, and what failed: a French line each. */
export function sayDue({ outcomes, failures }: DueOutcome): string {
  const failed = failures.map(
    ({ campagne, error }) =>
      `La consolidation a échoué : ${error instanceof Error ? error.message : String(error)} (campagne ${campagne})`,
  );
  return [
    ...(outcomes.length + failed.length === 0
      ? ['Aucune campagne en cours : il n’y a rien à consolider.']
      : []),
    ...outcomes.map(sayOutcome),
    ...failed,
  ].join('\n');
}

/** What a consolidation did, in one French line. */
export function sayOutcome(outcome: ConsolidationOutcome): string {
  if (outcome.etat === 'RESERVEE')
    return `La campagne ${outcome.campagne} ne dit plus les verdicts de ${outcome.cases} case(s), dont un chiffre est supprimé depuis.`;
  const { campagne, version } = outcome;
  const from = `version ${version.slice(0, 12)}`;
  if (outcome.etat === 'INCHANGEE') return `La campagne ${campagne} est déjà consolidée : ${from}.`;
  return `La campagne ${campagne} est consolidée : ${outcome.mesures} mesures lues, là où quelque chose avait changé, ${from}.`;
}

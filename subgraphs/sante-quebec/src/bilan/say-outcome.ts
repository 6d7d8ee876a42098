import type { ConsolidationOutcome } from './consolidate-campagne.ts';

/** What a consolidation did, in one French line. */
export function sayOutcome(outcome: ConsolidationOutcome): string {
  if (outcome.etat === 'SANS_CAMPAGNE') return 'Aucune campagne en cours : il n’y a rien à consolider.';
  const { campagne, version } = outcome;
  const from = `version ${version.slice(0, 12)}`;
  if (outcome.etat === 'INCHANGEE') return `La campagne ${campagne} est déjà consolidée : ${from}.`;
  return `La campagne ${campagne} est consolidée : ${outcome.mesures} mesures lues, ${from}.`;
}

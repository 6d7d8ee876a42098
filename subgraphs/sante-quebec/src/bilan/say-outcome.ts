import type { ConsolidationOutcome } from './consolidate-campagne.ts';

/** What a consolidation did, in one French line. */
export function sayOutcome(outcome: ConsolidationOutcome): string {
  if (outcome.etat === 'SANS_CAMPAGNE') return 'Aucune campagne en cours : il n’y a rien à consolider.';
  const { etat, campagne, mesures, version } = outcome;
  const done = etat === 'INCHANGEE' ? 'est déjà consolidée' : 'est consolidée';
  return `La campagne ${campagne} ${done} : ${mesures} mesures lues, version ${version.slice(0, 12)}.`;
}

import type { NatureImpact } from './demande-modification-enums.ts';
import type { DemandeModification, ImpactModification } from './demande-modification.type.ts';

const IMPACTS: Readonly<Record<NatureImpact, string>> = {
  JURIDIQUE: 'impact juridique (004, L732-733)',
  ADMINISTRATIF: 'impact administratif (004, L732-733)',
  ORGANISATIONNEL: 'impact organisationnel (004, L732-733)',
  HUMAIN: 'impact humain (004, L732-733)',
};

/**
 * What document 004 speaks of and the request does not hold yet. It warns: the text fixes no content (L728-730) and names nobody
 * who refuses.
 */
export function listMissingParts(
  {
    limites,
    motifs,
    avisSantePublique,
    communication,
    planRattachement,
  }: Pick<
    DemandeModification,
    'limites' | 'motifs' | 'avisSantePublique' | 'communication' | 'planRattachement'
  >,
  impacts: readonly Pick<ImpactModification, 'nature'>[],
): string[] {
  const natures = Object.keys(IMPACTS) as NatureImpact[];
  const missing = natures.filter((nature) => !impacts.some((impact) => impact.nature === nature));
  return [
    ...(limites === null ? ['limites proposées (004, L692-695)'] : []),
    ...(motifs.length === 0 ? ['motifs (004, L692-695)'] : []),
    ...missing.map((nature) => IMPACTS[nature]),
    ...(avisSantePublique === null ? ['avis de santé publique (004, L707-724)'] : []),
    ...(communication === null ? ['communication à la population (004, L733-734)'] : []),
    ...(planRattachement === null ? ['plan de rattachement de chacun (004, L700-702)'] : []),
  ];
}

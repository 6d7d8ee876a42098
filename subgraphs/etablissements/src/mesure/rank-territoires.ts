import type { SensTri } from '@palier/runtime/order';
import type { ExclusionClassement, RangTerritoire } from './classement.type.ts';
import type { Mesure } from './mesure.type.ts';

/** What one territory has to be ranked by. */
export interface Candidate {
  readonly territoire: string;
  readonly mesure: Mesure | null;
  /** Whether it is of the campagne asked, when one is. */
  readonly isOfCampagne: boolean;
}

const REASONS = {
  SANS_MESURE: 'Aucune mesure n’est publiée pour cette période.',
  AUTRE_CAMPAGNE: 'La mesure n’est pas de la campagne demandée.',
  AUTRE_UNITE: 'La mesure est dans une autre unité.',
  SUPPRIMEE: 'La valeur est retenue pour protéger les personnes.',
  NON_DISPONIBLE: 'La valeur n’a pas pu être mesurée.',
  AUCUN_CAS: 'Il n’y a eu aucun cas dans la période.',
} as const;

interface Ranking {
  readonly ranges: number;
  readonly rangs: RangTerritoire[];
  readonly exAequoAuSeuil: number;
  readonly exclus: ExclusionClassement[];
}

/** Ranks what can be compared: equal values share a rank. What cannot is left out, and said. */
export function rankTerritoires(
  candidates: readonly Candidate[],
  { unite, sens, n }: { readonly unite: string; readonly sens: SensTri; readonly n: number },
): Ranking {
  const left = new Map<string, number>();
  const ranked: { readonly mesure: Mesure; readonly valeur: number }[] = [];
  for (const candidate of candidates) {
    const reason = leaveOut(candidate, unite);
    const { mesure } = candidate;
    if (reason !== null) left.set(reason, (left.get(reason) ?? 0) + 1);
    else if (mesure !== null && mesure.valeur !== null) ranked.push({ mesure, valeur: mesure.valeur });
  }
  const direction = sens === 'DECROISSANT' ? -1 : 1;
  // The candidates come by code: a stable sort keeps those of one value so.
  ranked.sort((a, b) => (a.valeur - b.valeur) * direction);
  const alike = (valeur: number) => ranked.filter((one) => one.valeur === valeur).length;
  const rangs = ranked.slice(0, n).map(({ mesure, valeur }) => ({
    rang: ranked.findIndex((one) => one.valeur === valeur) + 1,
    exAequo: alike(valeur),
    territoire: mesure.territoire,
    mesure,
  }));
  const last = ranked[rangs.length - 1];
  return {
    ranges: ranked.length,
    rangs,
    exAequoAuSeuil:
      last === undefined
        ? 0
        : ranked.slice(rangs.length).filter(({ valeur }) => valeur === last.valeur).length,
    exclus: Object.entries(REASONS).flatMap(([cle, libelle]) => {
      const nombre = left.get(cle);
      return nombre === undefined ? [] : [{ cle, libelle, nombre }];
    }),
  };
}

function leaveOut({ mesure, isOfCampagne }: Candidate, unite: string): string | null {
  if (mesure === null) return 'SANS_MESURE';
  if (!isOfCampagne) return 'AUTRE_CAMPAGNE';
  if (mesure.unite !== unite) return 'AUTRE_UNITE';
  return mesure.valeur === null ? mesure.statut : null;
}

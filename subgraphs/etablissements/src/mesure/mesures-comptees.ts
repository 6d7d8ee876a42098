import { toPeriode } from '@palier/runtime/exercice';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionMesure } from './mesure.type.ts';

const STATUTS = {
  PROVISOIRE: 'Provisoire',
  REVISEE: 'Révisée',
  FINALE: 'Finale',
  SUPPRIMEE: 'Retenue pour protéger les personnes',
  NON_DISPONIBLE: 'Non disponible',
  AUCUN_CAS: 'Aucun cas',
} as const;

const VERDICTS = {
  CONFORME: 'Conforme',
  NON_CONFORME: 'Non conforme',
  INDETERMINE: 'Indéterminé',
  SANS_VERDICT: 'Sans verdict',
} as const;

/** How the groups of measures are said. The names of what other levels own are theirs to give. */
export const MESURES_COMPTEES = {
  dimensions: {
    VERDICT: { names: VERDICTS },
    STATUT: { names: STATUTS },
    PERIODE: { say: (cle) => `Période ${toPeriode(cle).rang} de ${toPeriode(cle).exercice}` },
    EXIGENCE: { say: (cle) => `Exigence ${cle}` },
    VOLET: { none: 'Sans volet' },
    INDICATEUR: { say: (cle) => `Indicateur ${cle}`, none: 'Sans indicateur' },
    TERRITOIRE: { say: (cle) => `Territoire ${cle}` },
    RESEAU_LOCAL: { say: (cle) => `RLS ${cle}`, none: 'Territoire inconnu' },
    RESEAU_TERRITORIAL: { say: (cle) => `RTS ${cle}`, none: 'Territoire inconnu' },
    REGION: { say: (cle) => `Région ${cle}`, none: 'Territoire inconnu' },
    RUISSS: { say: (cle) => `RUISSS ${cle}`, none: 'Territoire inconnu' },
    ETABLISSEMENT: { say: (cle) => `Établissement ${cle}`, none: 'Territoire inconnu' },
  } satisfies Record<DimensionMesure, Dimension>,
  reasons: {
    SUPPRIMEE: 'La valeur est retenue pour protéger les personnes.',
    NON_DISPONIBLE: 'La valeur n’a pas pu être mesurée.',
    AUCUN_CAS: 'Il n’y a eu aucun cas dans la période.',
    INCOMPARABLE: 'Aucun seuil chiffré ne vaut pour cette valeur, cette unité ou ce volet.',
  },
} as const satisfies Counted;

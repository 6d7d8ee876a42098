import { CODED, orNone } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionMesure } from './mesure-enums.ts';

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

const INCONNU = 'Territoire inconnu';

/** How the groups of measures are said. The names of what other levels own are theirs to give. */
export const REPARTITION = {
  dimensions: {
    VERDICT: { names: VERDICTS },
    STATUT: { names: STATUTS },
    PERIODE: CODED.PERIODE,
    EXIGENCE: CODED.EXIGENCE,
    VOLET: { none: 'Sans volet' },
    INDICATEUR: orNone(CODED.INDICATEUR, 'Sans indicateur'),
    TERRITOIRE: CODED.TERRITOIRE,
    RESEAU_LOCAL: orNone(CODED.RESEAU_LOCAL, INCONNU),
    RESEAU_TERRITORIAL: orNone(CODED.RESEAU_TERRITORIAL, INCONNU),
    REGION: orNone(CODED.REGION, INCONNU),
    RUISSS: orNone(CODED.RUISSS, INCONNU),
    ETABLISSEMENT: orNone(CODED.ETABLISSEMENT, INCONNU),
  } satisfies Record<DimensionMesure, Dimension>,
  reasons: {
    SUPPRIMEE: 'La valeur est retenue pour protéger les personnes.',
    NON_DISPONIBLE: 'La valeur n’a pas pu être mesurée.',
    AUCUN_CAS: 'Il n’y a eu aucun cas dans la période.',
    INCOMPARABLE: 'Aucun seuil chiffré ne vaut pour cette valeur, cette unité ou ce volet.',
  },
} as const satisfies Counted;

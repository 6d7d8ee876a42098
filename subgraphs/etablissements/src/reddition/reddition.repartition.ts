import { CODED } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionReddition } from './reddition-enums.ts';

const ETATS = { SAISIE: 'En cours de saisie', SOUMISE: 'Soumise', RETIREE: 'Retirée' } as const;

/** How the groups of redditions are said. */
export const REPARTITION = {
  dimensions: {
    ETAT: { names: ETATS },
    CAMPAGNE: CODED.CAMPAGNE,
    ETABLISSEMENT: CODED.ETABLISSEMENT,
  } satisfies Record<DimensionReddition, Dimension>,
} as const satisfies Counted;

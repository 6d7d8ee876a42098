import { CODED } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionObligation } from './obligation.type.ts';

const ETATS = {
  ATTENDUE: 'Attendue',
  RECUE: 'Reçue, sans échéance',
  A_TEMPS: 'Reçue à temps',
  EN_RETARD: 'En retard',
  RETOURNEE: 'Retournée',
  CONSOLIDEE: 'Consolidée',
  ABSENTE: 'Absente',
} as const;

/** How the groups of what is due are said. */
export const REPARTITION = {
  dimensions: {
    ETAT: { names: ETATS },
    A_TEMPS: {
      names: { VRAI: 'Reçue à temps', FAUX: 'Reçue en retard' },
      none: 'Pas reçue, ou sans échéance',
    },
    CAMPAGNE: CODED.CAMPAGNE,
    TERRITOIRE: CODED.TERRITOIRE,
    EXIGENCE: CODED.EXIGENCE,
    PERIODE: CODED.PERIODE,
  } satisfies Record<DimensionObligation, Dimension>,
} as const satisfies Counted;

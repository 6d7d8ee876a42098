import { CODED } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionEntente, EtatEntente, TypeEntente } from './entente-enums.ts';

const TYPES = { SERVICE: 'De service', COLLABORATION: 'De collaboration' } satisfies Record<
  TypeEntente,
  string
>;

const ETATS = {
  PROJET: 'En préparation',
  NEGOCIEE: 'Négociée',
  CONCLUE: 'Conclue, pas encore en vigueur',
  EN_VIGUEUR: 'En vigueur',
  MISE_A_JOUR: 'En vigueur, après mise à jour',
  ECHUE: 'Échue',
} satisfies Record<EtatEntente, string>;

/** How the groups of ententes are said. */
export const REPARTITION = {
  dimensions: {
    TYPE: { names: TYPES },
    ETAT: { names: ETATS },
    ETABLISSEMENT: CODED.ETABLISSEMENT,
  } satisfies Record<DimensionEntente, Dimension>,
} as const satisfies Counted;

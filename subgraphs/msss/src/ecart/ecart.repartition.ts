import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionEcart, Gravite } from './ecart.type.ts';

const SERIES = {
  D: 'Annexe II et fiches du document 003',
  I: 'À l’intérieur du document 003',
  G: 'Document 004',
  X: 'Entre documents',
  P: 'Document 001',
  T: 'Document 002',
  S: 'Document 000',
} as const;

const GRAVITES: Readonly<Record<Gravite, string>> = {
  MAJEURE: 'Majeure',
  MINEURE: 'Mineure',
  MISE_EN_GARDE: 'Mise en garde',
};

/** How the groups of écarts are said. */
export const REPARTITION = {
  dimensions: {
    SERIE: { names: SERIES },
    GRAVITE: { names: GRAVITES },
  } satisfies Record<DimensionEcart, Dimension>,
} as const satisfies Counted;

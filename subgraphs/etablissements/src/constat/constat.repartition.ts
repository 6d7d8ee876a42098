import { CODED } from '@palier/runtime/coded-dimensions';
import type { EtatConstat } from '@palier/runtime/etat-constat';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionConstat } from './constat-enums.ts';

const ETATS = {
  OBSERVE: 'Observé',
  DOCUMENTE: 'Documenté',
  RECOMMANDE: 'Accompagné d’une recommandation',
  TRANSMIS_ETABLISSEMENT: 'Transmis à l’établissement',
  TRANSMIS_SANTE_QUEBEC: 'Transmis à Santé Québec',
} satisfies Record<EtatConstat, string>;

/** How the groups of constats are said. */
export const REPARTITION = {
  dimensions: {
    ETAT: { names: ETATS },
    TERRITOIRE: CODED.TERRITOIRE,
  } satisfies Record<DimensionConstat, Dimension>,
} as const satisfies Counted;

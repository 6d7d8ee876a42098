import { CODED } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionTerritoire, PositionRepere } from './territoire-clsc.type.ts';

const SITUATIONS: Readonly<Record<PositionRepere, string>> = {
  SOUS_LE_REPERE: 'Sous le repère',
  DANS_LE_REPERE: 'Dans le repère',
  AU_DESSUS_DU_REPERE: 'Au-dessus du repère',
};

/** How the groups of territories are said. */
export const REPARTITION = {
  dimensions: {
    REGION: CODED.REGION,
    RESEAU_TERRITORIAL: CODED.RESEAU_TERRITORIAL,
    RUISSS: CODED.RUISSS,
    RESEAU_LOCAL: CODED.RESEAU_LOCAL,
    SITUATION_POPULATION: { names: SITUATIONS },
  } satisfies Record<DimensionTerritoire, Dimension>,
} as const satisfies Counted;

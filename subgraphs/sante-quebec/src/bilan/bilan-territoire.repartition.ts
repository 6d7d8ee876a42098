import { CODED } from '@palier/runtime/coded-dimensions';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { DimensionBilan } from './bilan-territoire.type.ts';

/** How the groups of bilans are said. */
export const REPARTITION = {
  dimensions: {
    REGION: CODED.REGION,
    RESEAU_TERRITORIAL: CODED.RESEAU_TERRITORIAL,
    RESEAU_LOCAL: CODED.RESEAU_LOCAL,
    RUISSS: CODED.RUISSS,
  } satisfies Record<DimensionBilan, Dimension>,
} as const satisfies Counted;

import { etablissements } from '@palier/etablissements';
import { msss } from '@palier/msss';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';

/** The subgraphs of the house, in the order they open: the only list of them. Their ports follow it, so one is added last. */
export const LEVELS: readonly SubgraphDefinition[] = [msss, santeQuebec, etablissements];

import { runSubgraph } from '@palier/runtime/serve';
import { santeQuebec } from './subgraph.ts';

await runSubgraph(santeQuebec, 4002);

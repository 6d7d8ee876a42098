import { runSubgraph } from '@palier/runtime/serve';
import { msss } from './subgraph.ts';

await runSubgraph(msss, 4001);

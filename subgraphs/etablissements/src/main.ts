import { runSubgraph } from '@palier/runtime/serve';
import { etablissements } from './subgraph.ts';

await runSubgraph(etablissements, 4003);

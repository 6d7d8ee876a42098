import { StartupError } from '@palier/runtime/errors';
import { type RunningSubgraph, runSubgraph } from '@palier/runtime/serve';
import { askGraphAt, type GraphAddress, untilGraphAnswers } from './bilan/ask-graph.ts';
import { consolidateCampagne } from './bilan/consolidate-campagne.ts';
import { sayOutcome } from './bilan/say-outcome.ts';
import { readGraphAddress } from './environment.ts';
import { santeQuebec } from './subgraph.ts';

const graph = readGraph();
const running = await runSubgraph(santeQuebec, 4002);
if (graph !== undefined) await consolidateOnce(graph, running);

function readGraph(): GraphAddress | undefined {
  try {
    return readGraphAddress(process.env);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** With PALIER_GRAPHE the bilans are brought up to date once: an embedded folder has room for this process alone. */
async function consolidateOnce(address: GraphAddress, { database, ending }: RunningSubgraph): Promise<void> {
  const query = askGraphAt(address);
  try {
    await untilGraphAnswers(query, ending.isAsked);
    if (ending.isAsked()) return;
    const outcome = await consolidateCampagne({ database, graph: query, now: () => new Date() });
    process.stderr.write(`${sayOutcome(outcome)}\n`);
  } catch (error) {
    if (!ending.isAsked()) process.stderr.write(`La consolidation a échoué : ${(error as Error).message}\n`);
  }
}

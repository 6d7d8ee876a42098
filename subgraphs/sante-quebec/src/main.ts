import { setTimeout as sleep } from 'node:timers/promises';
import { untilGraphAnswers } from '@palier/runtime/ask-graph';
import { type RunningSubgraph, runSubgraph } from '@palier/runtime/serve';
import { consolidateDue } from './consolidation/consolidate-due.ts';
import { sayDue } from './consolidation/say-outcome.ts';
import { santeQuebec } from './subgraph.ts';

/** After a failure: what failed may fail again. */
const RETRY_MS = 10_000;

const running = await runSubgraph(santeQuebec, 4002);
// What was made up to be shown is shown consolidated too; real figures are consolidated when somebody asks.
if (running.settings.demonstration === 'CHARGEE') await consolidateOnce(running);

/**
 * With PALIER_GRAPHE the bilans are brought up to date once: an embedded folder has room for this process alone. What fails is
 * said, and tried again: bilans are written whole, or not at all.
 */
async function consolidateOnce({ database, ending, graph }: RunningSubgraph): Promise<void> {
  if (graph === undefined) return;
  while (!ending.isAsked()) {
    try {
      await untilGraphAnswers(graph, ending.isAsked);
      if (ending.isAsked()) return;
      const due = await consolidateDue({ database, graph, now: () => new Date() });
      if (ending.isAsked()) return;
      process.stderr.write(`${sayDue(due)}\n`);
      if (due.failures.length === 0) return;
    } catch (error) {
      if (ending.isAsked()) return;
      process.stderr.write(`La consolidation a échoué : ${(error as Error).message}\n`);
    }
    await sleep(RETRY_MS, undefined, { ref: false });
  }
}

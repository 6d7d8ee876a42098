import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'graphql';
import { printSchema } from '@apollo/federation-internals';
import { readContractView } from './contract-view.ts';
import { createPlannerEngine, type PlannerEngine } from './planner-engine.ts';
import type { FromPlanner, PlannerFault, PlannerStart, ToPlanner } from './planner-messages.ts';
import { PlanningError } from './planning-error.ts';
import { prepareSupergraph } from './prepare-supergraph.ts';

/** A thread of its own for the planner: what holds it holds nobody else, and it can be ended at any point. */
const port = parentPort;
if (!port) throw new Error('planner-worker runs as a worker thread');

const { supergraphSdl, contracts } = workerData as PlannerStart;

const send = (message: FromPlanner) => port.postMessage(message);

try {
  const prepared = prepareSupergraph(supergraphSdl);
  const engine = createPlannerEngine(prepared);
  port.on('message', (message: ToPlanner) => send(answer(engine, message)));
  const views = contracts.map((contract) => readContractView(supergraphSdl, contract));
  send({ kind: 'ready', prepared, apiSdl: printSchema(engine.apiSchema), contracts: views });
} catch (error) {
  send({ kind: 'refused', ...describe(error) });
}

function answer(engine: PlannerEngine, { id, text, operationName, labels }: ToPlanner): FromPlanner {
  try {
    const made = engine.build(parse(text, { noLocation: true }), operationName, labels);
    return { kind: 'planned', id, made };
  } catch (error) {
    return { kind: 'failed', id, ...describe(error) };
  }
}

/** Errors do not cross threads whole: what is needed to make them again does. */
function describe(error: unknown): PlannerFault {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PlanningError)) return { code: undefined, message, reason: undefined };
  return { code: error.code, message, reason: error.originalError?.message };
}

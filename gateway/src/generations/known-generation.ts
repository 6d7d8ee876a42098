import { validate } from 'graphql';
import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { createPlanner } from '@palier/federation/planner/planner';
import { createPlannerEngine } from '@palier/federation/planner/planner-engine';
import type { RepairedPlan } from '@palier/federation/planner/planner-messages';
import { printApiSchema } from '@palier/federation/prepare/client-schema';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import { textDigest } from '../base/digest.ts';
import type { KnownGeneration } from './planning-settings.ts';
import type { RegisteredDocument } from './registered-operations.ts';
import { operationNamesOf } from './warm-operations.ts';

/**
 * What a generation of this supergraph is made of, and the plans of these operations, on this thread: to be kept, and found by
 * those that open it later.
 * @throws what the engine refuses it for
 */
export async function makeKnownGeneration(
  supergraphSdl: string,
  documents: readonly RegisteredDocument[],
): Promise<KnownGeneration> {
  const prepared = prepareSupergraph(supergraphSdl);
  const engine = createPlannerEngine(prepared);
  const planner = createPlanner(prepared, engine);
  const plans = new Map<string, RepairedPlan>();
  const { schema, warm } = createFederationExecutor({
    supergraphSdl,
    callers: ({ name }) => ({ call: () => Promise.reject(new Error(`${name} is not called`)) }),
    planner: {
      ...planner,
      async plan(document, operationName, labels, key = planner.keyOf(document, operationName, labels)) {
        const plan = await planner.plan(document, operationName, labels, key);
        plans.set(key, plan);
        return plan;
      },
    },
  });
  const fitting = documents.filter(({ document }) => validate(schema, document).length === 0);
  for (const { document } of fitting)
    for (const name of operationNamesOf(document)) await warm(document, name);
  return {
    prepared,
    apiSdl: printApiSchema(engine.apiSchema, prepared),
    plans,
    fitting: new Set(fitting.map(({ text }) => textDigest(text))),
  };
}

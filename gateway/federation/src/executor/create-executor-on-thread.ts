import { setImmediate } from 'node:timers/promises';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../run/federation-request.ts';
import type { ExecutionSchemas } from '../run/plan-execution.ts';
import {
  assembleExecutor,
  type ContractSchema,
  type FederationExecutor,
  type FederationExecutorOptions,
} from './create-executor.ts';
import { onceAsked } from '../stock/build-engine-schema.ts';
import { createWorkerPlanner, type WorkerPlannerOptions } from '../planner/worker-planner.ts';

export type WorkerExecutorOptions<Context extends RequestContext> = Omit<
  FederationExecutorOptions<Context>,
  'planner' | 'check' | 'introspect'
> &
  Omit<WorkerPlannerOptions, 'supergraphSdl'> & {
    /** How what plans is had: a thread for this executor alone, unless given. */
    readonly startPlanner?: typeof createWorkerPlanner | undefined;
  };

/**
 * As `createFederationExecutor`, with everything that takes long on a thread of its own: a new supergraph is prepared
 * there, and so are every plan, every long text and every answer about the schema.
 *
 * @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph
 */
export async function createWorkerFederationExecutor<Context extends RequestContext>(
  options: WorkerExecutorOptions<Context>,
): Promise<FederationExecutor<Context>> {
  const { startPlanner = createWorkerPlanner } = options;
  const { planner, check, introspect, ready } = await startPlanner(options);
  const { prepared, apiSdl } = ready;
  const schemas = await buildSchemas(prepared.sdl, apiSdl);
  const contracts: ContractSchema[] = [];
  for (const view of ready.contracts) contracts.push({ view, client: await buildTrusted(view.apiSdl) });
  return assembleExecutor({ ...options, check, introspect }, { prepared, schemas, planner, contracts });
}

/** In several turns of the loop: requests pass in between. */
async function buildSchemas(supergraphSdl: string, apiSdl: string): Promise<ExecutionSchemas> {
  const client = await buildTrusted(apiSdl);
  const supergraph = await buildTrusted(supergraphSdl);
  return { client, supergraph, engineClient: onceAsked(apiSdl) };
}

/** What the engine printed was validated by it. */
async function buildTrusted(sdl: string): Promise<GraphQLSchema> {
  const document = parse(sdl, { noLocation: true });
  await setImmediate();
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  await setImmediate();
  return schema;
}

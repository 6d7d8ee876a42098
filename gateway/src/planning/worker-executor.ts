import { setImmediate } from 'node:timers/promises';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { buildSchema, type Schema } from '@apollo/federation-internals';
import type { ExecutionSchemas } from './execute-plan.ts';
import {
  assembleExecutor,
  type FederationExecutor,
  type FederationExecutorOptions,
} from './gateway-executor.ts';
import { createWorkerPlanner, type WorkerPlannerOptions } from './worker-planner.ts';

export type WorkerExecutorOptions = Omit<FederationExecutorOptions, 'planner'> &
  Omit<WorkerPlannerOptions, 'supergraphSdl'>;

/**
 * As `createFederationExecutor`, with everything that takes long on a thread of its own: a new supergraph is prepared
 * there, and so is every plan.
 *
 * @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph
 */
export async function createWorkerFederationExecutor(
  options: WorkerExecutorOptions,
): Promise<FederationExecutor> {
  const { planner, ready } = await createWorkerPlanner(options);
  const { prepared, apiSdl } = ready;
  return assembleExecutor(options, prepared, await buildSchemas(prepared.sdl, apiSdl), planner);
}

/** Each schema in a turn of the loop of its own: requests pass in between. */
async function buildSchemas(supergraphSdl: string, apiSdl: string): Promise<ExecutionSchemas> {
  const client = buildTrusted(apiSdl);
  await setImmediate();
  const supergraph = buildTrusted(supergraphSdl);
  await setImmediate();
  let api: Schema | undefined;
  return { client, supergraph, api: () => (api ??= buildSchema(apiSdl)) };
}

/** What the engine printed was validated by it. */
function buildTrusted(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
}

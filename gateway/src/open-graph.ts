import { Workplace } from '@palier/federation/work/work';
import type { Logger } from './base/logger.ts';
import type { Redis } from './base/redis.ts';
import { AnswerCache } from './cache/answer-cache.ts';
import { createAnswerStore } from './cache/answer-store.ts';
import { createRecordSeal } from './cache/record-seal.ts';
import type { GatewaySettings } from './environment.ts';
import { openSupergraph, type ServedSupergraph } from './generations/open-supergraph.ts';
import type { SupergraphSource } from './generations/read-supergraph.ts';
import type { RegisteredOperations } from './generations/registered-operations.ts';
import { createPlanGate, type PlanGate } from './observation/plans/plan-gate.ts';
import { tellPlan } from './observation/plans/tell-plan.ts';
import type { Observation } from './open-observation.ts';
import { createOperationRunner } from './operation/run-operation.ts';
import { createTextsByContract } from './operation/texts-by-contract.ts';
import { openShares } from './rate-limit/open-shares.ts';
import { createWorkShares, type WorkShares } from './rate-limit/work-shares.ts';
import type { RunOperation } from './request/operation.ts';
import { type AnswerSources, createAnswerSources } from './subgraphs/answer-sources.ts';
import { createCallerFactory } from './subgraphs/create-caller.ts';
import type { receiveCallers } from './subgraphs/receive-callers.ts';

/** The graph that is served, and the one way an operation is run on it. */
export interface OpenGraph {
  readonly supergraph: ServedSupergraph;
  readonly planGate: PlanGate;
  readonly runOperation: RunOperation;
}

interface GraphParts {
  readonly settings: GatewaySettings;
  readonly callers: ReturnType<typeof receiveCallers>;
  readonly shipped: RegisteredOperations;
  readonly observation: Observation;
  readonly redis: Redis | undefined;
  readonly logger: Logger;
}

/** @throws {SupergraphFault | OperationsFault} */
export async function openGraph(source: SupergraphSource, parts: GraphParts): Promise<OpenGraph> {
  const { settings, callers, shipped, observation, logger } = parts;
  const { observer, seenRequests, audit } = observation;
  const sources = createAnswerSources();
  const supergraph = await openSupergraph(source, {
    introspection: settings.introspection,
    contracts: settings.contracts,
    createCaller: createCallerFactory({ given: callers.given, settings, observer, sources }),
    callersReady: callers.ready,
    operationsFolder: settings.operationsFolder,
    shipped,
    planning: settings.planning,
    activeLabels: new Set(settings.activeLabels),
    observer,
    logger,
  });
  const planGate = createPlanGate(settings);
  const runner = createOperationRunner({
    supergraph,
    textsOf: createTextsByContract(settings, supergraph),
    cache: openCache(supergraph, sources, parts),
    limits: settings.limits,
    workplace: new Workplace(settings.work),
    workShares: openWorkShares(parts),
    observer,
    logger,
  });
  const tellingRunner = tellPlan(runner, planGate, seenRequests);
  return { supergraph, planGate, runOperation: audit ? audit.holdMutations(tellingRunner) : tellingRunner };
}

function openCache(
  supergraph: ServedSupergraph,
  sources: AnswerSources,
  { settings, redis, observation }: GraphParts,
): AnswerCache {
  const seal = redis && createRecordSeal(settings.callKeys, settings.redisUrl ?? '');
  const store = createAnswerStore(settings.cache, redis && seal && { redis, seal });
  if (store) observation.observer.keeping?.(store);
  const { share } = settings.cache;
  return new AnswerCache({ supergraph, sources, store, share, headers: settings.forwardedHeaders });
}

function openWorkShares({ settings: { workRate }, redis, logger }: GraphParts): WorkShares | undefined {
  return (
    workRate && createWorkShares(openShares(workRate, redis, { logger, prefix: 'palier:travail:' }), workRate)
  );
}

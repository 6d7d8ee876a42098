import { buildSchema, type GraphQLSchema } from 'graphql';
import type { SubgraphAddress, SubgraphCaller } from '../run/data/subgraph-caller.ts';
import { readContractView, type ContractDefinition, type ContractView } from '../contract/contract-view.ts';
import type { ExecutionSchemas } from '../run/plan-execution.ts';
import type { ClientOf, RequestContext } from '../run/federation-request.ts';
import { createGraphExecutor, type GraphExecutor, type GraphExecutorOptions } from './graph-executor.ts';
import { createPlannerEngine } from '../planner/planner-engine.ts';
import { toClientSchema } from '../prepare/client-schema.ts';
import { createPlanner, type Planner } from '../planner/planner.ts';
import { prepareSupergraph, type PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import { onceAsked } from '../stock/build-engine-schema.ts';
import { plainErrors } from './restore-result.ts';
import { createNameHider } from '../contract/hide-names-in-errors.ts';

export interface FederationExecutorOptions<
  Context extends RequestContext,
> extends GraphExecutorOptions<Context> {
  readonly callers: (subgraph: SubgraphAddress) => SubgraphCaller<ClientOf<Context>>;
  /** From when callers can be had, when they cannot be at once; nothing may be executed before. */
  readonly callersReady?: Promise<unknown> | undefined;
  /** Makes plans; on this thread, without a deadline, by default. */
  readonly planner?: Planner;
  /** Parts of the graph to show apart, each under its name. */
  readonly contracts?: readonly ContractDefinition[];
}

/** The whole graph, and what its contracts show of it. */
export interface FederationExecutor<
  Context extends RequestContext = RequestContext,
> extends GraphExecutor<Context> {
  /** By their names. */
  readonly contracts: ReadonlyMap<string, GraphExecutor<Context>>;
  stop(): Promise<void>;
}

/** Joins subgraphs into one answer: prepares, authorizes, plans, refuses, runs, restores. */
export function createFederationExecutor<Context extends RequestContext>(
  options: FederationExecutorOptions<Context>,
): FederationExecutor<Context> {
  const prepared = prepareSupergraph(options.supergraphSdl);
  const engine = createPlannerEngine(prepared);
  const client = toClientSchema(engine.apiSchema, prepared);
  const schemas: ExecutionSchemas = {
    supergraph: engine.supergraph.schema.toGraphQLJSSchema(),
    client,
    engineClient: () => Promise.resolve(engine.apiSchema),
  };
  const contracts = (options.contracts ?? []).map((contract) => {
    const view = readContractView(options.supergraphSdl, contract);
    return { view, client: buildSchema(view.apiSdl, { assumeValid: true, assumeValidSDL: true }) };
  });
  const planner = options.planner ?? createPlanner(prepared, engine);
  return assembleExecutor(options, { prepared, schemas, planner, contracts });
}

/** What an executor is assembled from. */
export interface ExecutorParts {
  readonly prepared: PreparedSupergraph;
  readonly schemas: ExecutionSchemas;
  readonly planner: Planner;
  readonly contracts: readonly ContractSchema[];
}

/** What a contract shows, and the schema made of it. */
export interface ContractSchema {
  readonly view: ContractView;
  readonly client: GraphQLSchema;
}

/**
 * The same, on schemas and a planner made elsewhere. A contract shares the planner, the plans and the prepared
 * supergraph: what is valid in it is valid in the whole graph. What its clients may write, and what they are answered,
 * depends on its own schema alone.
 */
export function assembleExecutor<Context extends RequestContext>(
  options: Omit<FederationExecutorOptions<Context>, 'planner'>,
  { prepared, schemas, planner, contracts }: ExecutorParts,
): FederationExecutor<Context> {
  const callers = openCallers(prepared, options);
  const shared = { options, prepared, planner, callers };
  const whole = createGraphExecutor({
    ...shared,
    contract: undefined,
    schemas,
    errors: plainErrors(schemas.client),
  });
  const executors = new Map(
    contracts.map(({ view, client }) => [
      view.name,
      createGraphExecutor({
        ...shared,
        contract: view.name,
        schemas: { ...schemas, client, engineClient: onceAsked(view.apiSdl) },
        errors: { pathOf: (restorer) => restorer.askedPath, hideNames: createNameHider(view.hiddenNames) },
      }),
    ]),
  );
  return {
    ...whole,
    contracts: executors,
    async stop() {
      for (const executor of [whole, ...executors.values()]) executor.release();
      await planner.stop();
      await Promise.all([...callers.values()].map((caller) => caller.close?.()));
    },
  };
}

function openCallers<Context extends RequestContext>(
  { subgraphs }: PreparedSupergraph,
  { callers: callerOf, callersReady }: Pick<FederationExecutorOptions<Context>, 'callers' | 'callersReady'>,
): ReadonlyMap<string, SubgraphCaller<ClientOf<Context>>> {
  const callers = new Map<string, SubgraphCaller<ClientOf<Context>>>();
  const open = (): void => {
    for (const { name, url } of subgraphs) callers.set(name, callerOf({ name, url }));
  };
  // When there will be no callers, whoever made that promise knows it.
  if (callersReady) callersReady.then(open, () => undefined);
  else open();
  return callers;
}

import { buildSchema } from '@apollo/federation-internals';
import { buildSchema as buildSchemaOfText, type GraphQLSchema } from 'graphql';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { readContractView, type ContractDefinition, type ContractView } from './contract-view.ts';
import type { ExecutionSchemas } from './execute-plan.ts';
import { createGraphExecutor, type GraphExecutor, type GraphExecutorOptions } from './graph-executor.ts';
import { createPlannerEngine, toClientSchema } from './planner-engine.ts';
import { createPlanner, type Planner } from './planner.ts';
import { prepareSupergraph, type PreparedSupergraph } from './prepare-supergraph.ts';
import { plainErrors } from './restore-result.ts';
import { createErrorVeil } from './veil-errors.ts';

export interface FederationExecutorOptions extends GraphExecutorOptions {
  readonly callers: (subgraph: SubgraphAddress) => SubgraphCaller;
  /** From when callers can be had, when they cannot be at once; nothing may be executed before. */
  readonly callersReady?: Promise<unknown> | undefined;
  /** Makes plans; on this thread, without a deadline, by default. */
  readonly planner?: Planner;
  /** Parts of the graph to show apart, each under its name. */
  readonly contracts?: readonly ContractDefinition[];
}

/** The whole graph, and what its contracts show of it. */
export interface FederationExecutor extends GraphExecutor {
  /** By their names. */
  readonly contracts: ReadonlyMap<string, GraphExecutor>;
  stop(): Promise<void>;
}

/** Joins subgraphs into one answer: prepares, authorizes, plans, refuses, runs, restores. */
export function createFederationExecutor(options: FederationExecutorOptions): FederationExecutor {
  const prepared = prepareSupergraph(options.supergraphSdl);
  const engine = createPlannerEngine(prepared);
  const client = toClientSchema(engine.apiSchema);
  const schemas: ExecutionSchemas = {
    supergraph: engine.supergraph.schema.toGraphQLJSSchema(),
    client,
    api: () => engine.apiSchema,
  };
  const contracts = (options.contracts ?? []).map((contract) => {
    const view = readContractView(options.supergraphSdl, contract);
    return { view, client: buildSchemaOfText(view.apiSdl, { assumeValid: true, assumeValidSDL: true }) };
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
export function assembleExecutor(
  options: Omit<FederationExecutorOptions, 'planner'>,
  { prepared, schemas, planner, contracts }: ExecutorParts,
): FederationExecutor {
  const callers = openCallers(prepared, options);
  const shared = { options, prepared, planner, callers };
  return {
    ...createGraphExecutor({ ...shared, contract: undefined, schemas, errors: plainErrors(schemas.client) }),
    contracts: new Map(
      contracts.map(({ view, client }) => [
        view.name,
        createGraphExecutor({
          ...shared,
          contract: view.name,
          schemas: { ...schemas, client, api: once(() => buildSchema(view.apiSdl)) },
          errors: { pathOf: (restorer) => restorer.askedPath, veil: createErrorVeil(view.hiddenNames) },
        }),
      ]),
    ),
    async stop() {
      await planner.stop();
      await Promise.all([...callers.values()].map((caller) => caller.close?.()));
    },
  };
}

function openCallers(
  { subgraphs }: PreparedSupergraph,
  { callers: callerOf, callersReady }: Pick<FederationExecutorOptions, 'callers' | 'callersReady'>,
): ReadonlyMap<string, SubgraphCaller> {
  const callers = new Map<string, SubgraphCaller>();
  const open = (): void => {
    for (const { name, url } of subgraphs) callers.set(name, callerOf({ name, url }));
  };
  // When there will be no callers, whoever made that promise knows it.
  if (callersReady) callersReady.then(open, () => undefined);
  else open();
  return callers;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

import type { Planning } from '../planning/planning-settings.ts';
import type { Observer } from '../observation/observer.ts';
import type { Logger } from '../logger.ts';
import { toAccess } from '../identity/access.ts';
import type { RegisteredOperations } from '../operation/registered-operations.ts';
import type { ContractDefinition } from '../planning/contract-view.ts';
import { createFederationExecutor, type FederationExecutor } from '../planning/gateway-executor.ts';
import type { FederationRequest } from '../planning/graph-executor.ts';
import { createWorkerFederationExecutor } from '../planning/worker-executor.ts';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { createGenerationGraph, type GenerationGraph } from './generation-graph.ts';
import type { SupergraphText } from './read-supergraph.ts';
import { runPlan } from './run-plan.ts';
import { keepFitting, warmOperations } from './warm-operations.ts';

/** A graph of a generation, and the registered operations that may be asked of it by their names. */
export interface ServedGraph extends Pick<GenerationGraph, 'graph' | 'admitted' | 'execute'> {
  readonly registered: RegisteredOperations;
}

/** Everything that was made from one supergraph text and goes away with it. */
export interface Generation {
  readonly digest: string;
  readonly subgraphs: readonly SubgraphAddress[];
  /** The full graph, or what a contract shows of it. */
  of(contract: string | undefined): ServedGraph;
  /** The version of a subgraph's data, as far as it is known now. */
  versionOf(subgraph: string): string | undefined;
  /** Done when the registered operations have their plans. Never fails. */
  readonly warmed: Promise<void>;
  stop(): Promise<void>;
}

export interface GenerationOptions {
  readonly introspection: boolean;
  readonly contracts: readonly ContractDefinition[];
  readonly registered: RegisteredOperations;
  readonly planning: Planning;
  /** Labels of `@override(label:)` in force. */
  readonly activeLabels: ReadonlySet<string>;
  readonly callerOf: (subgraph: SubgraphAddress) => SubgraphCaller;
  /** From when callers can be had, when they cannot be at once. */
  readonly callersReady: Promise<unknown> | undefined;
  readonly observer: Observer;
  readonly logger: Logger;
}

/** @throws when the engine refuses the supergraph, or what a contract shows of it */
export async function createGeneration(
  text: SupergraphText,
  options: GenerationOptions,
): Promise<Generation> {
  const callers = new Map<string, SubgraphCaller>();
  const federation = await createExecutor(text, options, callers);
  try {
    const graphs = await createGraphs(federation, options);
    const warmed = warmOperations(options.registered.documents, federation, options.logger);
    await options.callersReady;
    return toGeneration({ text, federation, callers, graphs, warmed });
  } catch (error) {
    await federation.stop();
    throw error;
  }
}

interface GenerationParts {
  readonly text: SupergraphText;
  readonly federation: FederationExecutor;
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
  readonly graphs: Graphs;
  readonly warmed: Promise<void>;
}

function toGeneration({ text, federation, callers, graphs, warmed }: GenerationParts): Generation {
  return {
    warmed,
    digest: text.digest,
    subgraphs: federation.prepared.subgraphs,
    versionOf: (subgraph) => callers.get(subgraph)?.data?.current(),
    of(contract) {
      const graph = graphs.get(contract);
      if (!graph) throw new Error(`No contract is named ${contract}`);
      return graph;
    },
    async stop() {
      await Promise.all([...graphs.values()].map((graph) => graph.stop()));
      await federation.stop();
    },
  };
}

type Graphs = ReadonlyMap<string | undefined, GenerationGraph & ServedGraph>;

async function createGraphs(federation: FederationExecutor, options: GenerationOptions): Promise<Graphs> {
  const { registered } = options;
  const graphs = new Map<string | undefined, GenerationGraph & ServedGraph>();
  graphs.set(undefined, { ...(await createGenerationGraph(federation, options)), registered });
  for (const [name, executor] of federation.contracts) {
    // What does not fit a contract is unknown to it: why it does not fit would tell what is hidden.
    const fitting = keepFitting(registered, executor.schema);
    graphs.set(name, { ...(await createGenerationGraph(executor, options)), registered: fitting });
  }
  return graphs;
}

function createExecutor(
  { sdl }: SupergraphText,
  { callerOf, callersReady, planning, introspection, contracts, activeLabels, observer }: GenerationOptions,
  callers: Map<string, SubgraphCaller>,
): Promise<FederationExecutor> {
  const { place, timeoutMs } = planning;
  const options = {
    supergraphSdl: sdl,
    callers: (subgraph: SubgraphAddress) => {
      const caller = lend(callerOf(subgraph));
      callers.set(subgraph.name, caller);
      return caller;
    },
    callersReady,
    contracts,
    executePlan: runPlan,
    accessOf: ({ context }: FederationRequest) => toAccess(context.clientRequest.identity),
    isLabelActive: (label: string) => activeLabels.has(label),
    observer,
  };
  if (place === 'SUR_PLACE') return Promise.resolve(createFederationExecutor(options));
  const patienceMs = Math.max(timeoutMs, SHORTEST_PATIENCE_MS);
  const checks = { introspection };
  return createWorkerFederationExecutor({ ...options, checks, deadlineMs: timeoutMs, patienceMs });
}

/** An operation waits at least this long for its turn to be planned: many new ones may come together. */
const SHORTEST_PATIENCE_MS = 10_000;

/** A caller outlives the generation that uses it: it is closed by whoever keeps it. */
const lend = ({ call, data }: SubgraphCaller): SubgraphCaller => ({ call, data });

import type { KnownGeneration, Planning } from './planning-settings.ts';
import type { Observer } from '../observation/observer.ts';
import type { Logger } from '../base/logger.ts';
import { CancelSignal } from '../request/client-request.ts';
import { toAccess } from '../identity/access.ts';
import { ANONYMOUS } from '../request/identity.ts';
import type { OperationScope } from '../request/operation.ts';
import { type PublishedGraph, publishGraph } from '../request/published-graph.ts';
import type { RegisteredOperations } from './registered-operations.ts';
import type { ContractDefinition } from '@palier/federation/contract/contract-view';
import type { FederationExecutor } from '@palier/federation/executor/create-executor';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import type { OperationRun } from '@palier/federation/run/federation-request';
import { createWorkerFederationExecutor } from '@palier/federation/executor/create-executor-on-thread';
import { chooseRequestId } from '../base/request-id.ts';
import type { SubgraphAddress } from '@palier/federation/run/data/subgraph-caller';
import type { SubgraphCaller, SubgraphRequest } from '../request/subgraph-caller.ts';
import { createGraphServer, type GraphServer } from '../admission/graph-server.ts';
import type { SupergraphText } from './read-supergraph.ts';
import { keepFitting, warmRegistered, warmShipped } from './warm-operations.ts';

/** A graph of a generation, and the operations that may be asked of it by their names. */
interface ServedGraph extends Pick<GraphServer, 'graph' | 'admitted' | 'execute'> {
  readonly registered: RegisteredOperations;
  /** Those that clients of this program ask of it by their names. */
  readonly shipped: RegisteredOperations;
  readonly published: PublishedGraph;
}

/** Everything that was made from one supergraph text and goes away with it. */
export interface Generation {
  readonly digest: string;
  /** When it was ready. */
  readonly since: Date;
  readonly subgraphs: readonly SubgraphAddress[];
  /** The full graph, or what a contract shows of it. */
  of(contract: string | undefined): ServedGraph;
  /** The version of a subgraph's data, as far as it is known now. */
  versionOf(subgraph: string): string | undefined;
  /** Asks a subgraph whether it answers. Raises when it does not. */
  probe(subgraph: string): Promise<unknown>;
  /** Done when the registered operations have their plans. Never fails. */
  readonly warmed: Promise<void>;
  stop(): Promise<void>;
}

export interface GenerationOptions {
  readonly introspection: boolean;
  readonly contracts: readonly ContractDefinition[];
  readonly registered: RegisteredOperations;
  readonly shipped: RegisteredOperations;
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
  // What contracts show is read by the thread.
  const known = options.contracts.length === 0 ? options.planning.findKnown?.(text.digest) : undefined;
  const federation = await createExecutor(text, { ...options, known }, callers);
  try {
    const graphs = await createGraphs(federation, text.digest, options);
    const toWarm = { ...options, fitting: known?.fitting };
    const warmed = warmRegistered(toWarm, federation, options.logger);
    void warmed.then(() => warmShipped(toWarm, federation, options.logger));
    await options.callersReady;
    return toGeneration({ text, federation, callers, graphs, warmed });
  } catch (error) {
    await federation.stop();
    throw error;
  }
}

interface GenerationParts {
  readonly text: SupergraphText;
  readonly federation: FederationExecutor<OperationScope>;
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
  readonly graphs: Graphs;
  readonly warmed: Promise<void>;
}

function toGeneration({ text, federation, callers, graphs, warmed }: GenerationParts): Generation {
  return {
    warmed,
    digest: text.digest,
    since: new Date(),
    subgraphs: federation.prepared.subgraphs,
    versionOf: (subgraph) => callers.get(subgraph)?.data?.current(),
    async probe(subgraph) {
      const { errors } = (await callers.get(subgraph)?.call(createProbe(subgraph))) ?? {};
      if (errors !== undefined) throw new Error(`${subgraph} answered with errors`);
    },
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

function createProbe(subgraph: string): SubgraphRequest {
  const clientRequest = {
    id: chooseRequestId(undefined),
    identity: ANONYMOUS,
    headers: {},
    signal: new CancelSignal(),
  };
  return { subgraph, query: '{ __typename }', operationKind: 'query', variables: {}, clientRequest };
}

type Known = Pick<ServedGraph, 'registered' | 'shipped'>;
type Graphs = ReadonlyMap<string | undefined, GraphServer & ServedGraph>;

async function createGraphs(
  federation: FederationExecutor<OperationScope>,
  digest: string,
  options: GenerationOptions,
): Promise<Graphs> {
  const graphs = new Map<string | undefined, GraphServer & ServedGraph>();
  const add = async (
    contract: string | undefined,
    executor: GraphExecutor<OperationScope>,
    known: Known,
  ): Promise<void> => {
    const server = await createGraphServer(executor, { digest, contract }, options);
    const published = publishGraph({
      digest: contract === undefined ? digest : `${digest} ${contract}`,
      schema: server.graph.schema,
      operations: known.registered.documents,
      shipped: known.shipped.documents,
    });
    graphs.set(contract, { ...server, ...known, published });
  };
  const { registered, shipped } = options;
  await add(undefined, federation, { registered, shipped });
  for (const [name, executor] of federation.contracts)
    // What does not fit a contract is unknown to it: why it does not fit would tell what is hidden.
    await add(name, executor, {
      registered: keepFitting(registered, executor.schema),
      shipped: keepFitting(shipped, executor.schema),
    });
  return graphs;
}

function createExecutor(
  { sdl }: SupergraphText,
  {
    callerOf,
    callersReady,
    planning,
    introspection,
    contracts,
    activeLabels,
    observer,
    known,
  }: GenerationOptions & { readonly known: KnownGeneration | undefined },
  callers: Map<string, SubgraphCaller>,
): Promise<FederationExecutor<OperationScope>> {
  const { place, timeoutMs, startPlanner } = planning;
  const options = {
    supergraphSdl: sdl,
    callers: (subgraph: SubgraphAddress) => {
      const caller = lend(callerOf(subgraph));
      callers.set(subgraph.name, caller);
      return caller;
    },
    callersReady,
    contracts,
    accessOf: ({ context }: OperationRun<OperationScope>) => toAccess(context.clientRequest.identity),
    isLabelActive: (label: string) => activeLabels.has(label),
    observer,
  };
  if (place !== 'APART') return Promise.resolve(place(options));
  const patienceMs = Math.max(timeoutMs, SHORTEST_PATIENCE_MS);
  const checks = { introspection };
  return createWorkerFederationExecutor({
    ...options,
    checks,
    known,
    deadlineMs: timeoutMs,
    patienceMs,
    startPlanner,
  });
}

/** An operation waits at least this long for its turn to be planned: many new ones may come together. */
const SHORTEST_PATIENCE_MS = 10_000;

/** A caller outlives the generation that uses it: it is closed by whoever keeps it. */
const lend = ({ call, data }: SubgraphCaller): SubgraphCaller => ({ call, data });

import './base/telemetry-off.ts';
import { fileURLToPath } from 'node:url';
import { MEMORY } from '@palier/federation/memory/memory-budget';
import { createLogger, type Logger } from './base/logger.ts';
import { openRedis, type Redis } from './base/redis.ts';
import { DEFAULT_SETTINGS, type GatewaySettings } from './environment.ts';
import type { Frame } from './document/frame.ts';
import { openHeaderSheet } from './document/style-sheet.ts';
import { FULL_GRAPH_PATH, pathOfContract } from './generations/contract-settings.ts';
import type { Generation } from './generations/generation.ts';
import type { SupergraphSource } from './generations/read-supergraph.ts';
import { readShippedOperations } from './generations/registered-operations.ts';
import { createOriginCheck, useCors } from './http/steps/cors.ts';
import type { Step } from './http/transport/exchange.ts';
import { useExplorer } from './http/pages/explorer.tsx';
import { type GraphqlEndpointOptions, useGraphqlEndpoint } from './http/graphql/graphql-endpoint.ts';
import { type HealthOptions, useHealth } from './http/steps/health.ts';
import { createHosts, type Hosts, refuseOtherHosts } from './http/steps/hosts.ts';
import { recallIdentity, refuseAnonymous, verifyIdentity } from './http/steps/identity.ts';
import { createListener } from './http/transport/listener.ts';
import { useMetrics } from './http/steps/metrics-endpoint.ts';
import { refuseUnknownPath } from './http/steps/not-found.ts';
import { onPath } from './http/steps/on-path.ts';
import { openFrame } from './http/mounts/open-frame.ts';
import { useRateLimit, useWorkRate } from './http/steps/rate-limit.ts';
import { createRefusalPages } from './http/pages/refusal-page.ts';
import { type Mount, type MountOptions, useMount } from './http/mounts/mount.ts';
import { useSecurityHeaders } from './http/steps/security-headers.ts';
import type { OtherPart, ServedNow, StatusOptions } from './http/pages/status/read-status.ts';
import { useStatusPage } from './http/pages/status/status-page.tsx';
import { useStyleSheets } from './http/steps/style-sheets.ts';
import { useWithoutSlash } from './http/transport/without-slash.ts';
import { type Identifier, openIdentifier } from './identity/identify.ts';
import { openGraph, type OpenGraph } from './open-graph.ts';
import { type Observation, openObservation } from './open-observation.ts';
import { toScope, type InProcessRequest } from './operation/in-process-request.ts';
import { openShares } from './rate-limit/open-shares.ts';
import type { OperationResult } from './request/operation.ts';
import type { CallerFactory } from './request/subgraph-caller.ts';
import { receiveCallers } from './subgraphs/receive-callers.ts';

export type { InProcessRequest } from './operation/in-process-request.ts';
export type { SubgraphCaller } from './request/subgraph-caller.ts';

export interface GatewayOptions extends Partial<GatewaySettings> {
  readonly supergraph: SupergraphSource;
  /** Callers of the subgraphs that are reached otherwise than by HTTP; nothing for those that are not. */
  readonly callers?: CallerFactory | Promise<CallerFactory>;
  /** What is served beside the graph by its own clients. */
  readonly mounts?: readonly Mount[];
  /** What more must hold before the gateway says it is ready. */
  readonly isReady?: () => boolean | Promise<boolean>;
  /** What the graph stands on besides its subgraphs, for the state page. */
  readonly otherParts?: readonly OtherPart[];
  /** Folder of the built explorer. */
  readonly explorerFolder?: string;
  readonly logger?: Logger;
}

export interface Gateway {
  /** @param port 0 takes a free one */
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  /** The same life as over HTTP, without HTTP. Refusals come back as errors of the result. */
  execute(request: InProcessRequest): Promise<OperationResult>;
  ready(): boolean;
  stop(): Promise<void>;
}

function toServedNow({ digest, since, subgraphs, probe, versionOf }: Generation): ServedNow {
  const levels = subgraphs.map(({ name }) => ({
    name,
    probe: () => probe(name),
    dataVersion: () => versionOf(name),
  }));
  return { digest, since, levels };
}

const EXPLORER = fileURLToPath(new URL('../explorer/dist', import.meta.url));

/** @throws {SupergraphFault | OperationsFault | KeysFault | RedisFault | AuditFault} when what it was told to use cannot be used */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const callers = receiveCallers(options.callers);
  const settings = { ...DEFAULT_SETTINGS, ...options };
  const logger = options.logger ?? createLogger(settings.logLevel);
  MEMORY.limit(settings.memoryBytes);
  const observation = await openObservation(settings, logger);
  const redis = settings.redisUrl === undefined ? undefined : await openRedis(settings.redisUrl, logger);
  const identifier = settings.identity && (await openIdentifier(settings.identity, logger));
  const shipped = await readShippedOperations(
    (options.mounts ?? []).flatMap(({ operations }) => operations ?? []),
  );
  const graph = await openGraph(options.supergraph, {
    settings,
    callers,
    shipped,
    observation,
    redis,
    logger,
  });
  const { supergraph, planGate, runOperation } = graph;
  const { observer, audit, tracing } = observation;
  let serving = true;
  const health: HealthOptions = {
    isReady: async () => serving && supergraph.isWarm() && (await (options.isReady?.() ?? true)),
    listDegraded: () => [
      ...(identifier?.isFailing() ? (['identite'] as const) : []),
      ...(audit?.isFailing() ? (['audit'] as const) : []),
    ],
  };
  const hosts = createHosts(settings.hosts);
  const explorerFolder = options.explorerFolder ?? EXPLORER;
  const contracts = settings.contracts.map(({ name }) => name);
  const frame = openFrame(options.mounts ?? [], explorerFolder, { ...settings, contracts });
  const parts = {
    options,
    settings,
    logger,
    observation,
    redis,
    identifier,
    graph,
    health,
    hosts,
    frame,
    explorerFolder,
  };
  const { trustedProxies } = settings;
  const toPage = createRefusalPages(frame, contracts);
  const listener = createListener({ steps: listSteps(parts), observer, trustedProxies, toPage, logger });

  return {
    listen(port, host) {
      hosts.listensOn(host);
      return listener.listen(port, host);
    },
    execute: async (request) => (await runOperation(request, toScope(request, planGate))) as OperationResult,
    ready: () => serving && supergraph.isWarm(),
    async stop() {
      serving = false;
      await listener.stop();
      await Promise.all([supergraph.stop(), tracing?.stop()]);
      identifier?.stop();
      redis?.destroy();
      // Last: what ended meanwhile is in it.
      await audit?.close();
    },
  };
}

interface GatewayParts {
  readonly options: GatewayOptions;
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  readonly observation: Observation;
  readonly redis: Redis | undefined;
  readonly identifier: Identifier | undefined;
  readonly graph: OpenGraph;
  readonly health: HealthOptions;
  readonly hosts: Hosts;
  readonly frame: Frame;
  readonly explorerFolder: string;
}

/** The life of a request: each step answers, refuses, or lets it go on to the next. */
function listSteps(parts: GatewayParts): readonly Step[] {
  const { options, settings, logger, observation, redis, identifier, hosts, frame, explorerFolder } = parts;
  const { metrics } = observation;
  const { rateLimit, contracts } = settings;
  const endpoint = createEndpoint(parts);
  const header = openHeaderSheet();
  const explorer = { folder: explorerFolder, isOpen: isOpen(settings), frame, header };
  return [
    // 1. Whatever is answered, no browser may run, frame or sniff it.
    useSecurityHeaders(),
    // 2. Pages of allowed origins may read the answers; preflights end here.
    useCors(endpoint.isAllowedOrigin),
    // 3. Those who watch over the gateway ask whether it lives, whether it would answer, and how it fares.
    useHealth(parts.health),
    // No page reads further under a name that it made its own.
    refuseOtherHosts(hosts),
    ...(metrics ? [useMetrics(metrics)] : []),
    // 4. Whoever was known a moment ago is recalled: it costs nothing, and their share is theirs wherever they are.
    ...(identifier ? [recallIdentity(identifier)] : []),
    // 5. A client that floods is sent away before its request, or its unknown token, costs anything.
    ...(rateLimit ? [useRateLimit(openShares(rateLimit, redis, { logger }), rateLimit)] : []),
    useWithoutSlash(),
    // 6. The pages people open: anybody may, they hold no data.
    useStyleSheets([frame.style, header]),
    useExplorer(explorer),
    useStatusPage(toStatusPage(parts), frame),
    // 7. Who sends it: a token met for the first time is verified, a bad one is refused.
    ...(identifier ? [verifyIdentity(identifier, logger)] : []),
    ...(settings.allowedCallers === 'AUTHENTICATED' ? [refuseAnonymous()] : []),
    ...(settings.fullGraph === 'AUTHENTICATED' ? [onPath(FULL_GRAPH_PATH, refuseAnonymous())] : []),
    ...(settings.workRate ? [useWorkRate()] : []),
    // 8. The operation itself: read, refused if it comes from a foreign page, then run (see run-operation.ts).
    useGraphqlEndpoint({ ...endpoint, path: FULL_GRAPH_PATH, contract: undefined }),
    ...contracts.map(({ name }) =>
      useGraphqlEndpoint({ ...endpoint, path: pathOfContract(name), contract: name }),
    ),
    // 9. What is served beside the graph, by who only asks it on behalf of whoever sent the request.
    ...(options.mounts ?? []).flatMap((mount) => useMount(mount, endpoint)),
    // 10. Nothing else exists.
    refuseUnknownPath(),
  ];
}

/** Whether anybody may ask the whole graph: what its pages tell of it, they could know. */
const isOpen = ({ allowedCallers, fullGraph }: GatewaySettings): boolean =>
  allowedCallers === 'EVERYONE' && fullGraph === 'OPEN';

/** What the addresses of the graph, and those beside it, share. */
function createEndpoint({
  settings,
  graph,
  hosts,
  frame,
}: GatewayParts): MountOptions & Omit<GraphqlEndpointOptions, 'path' | 'contract'> {
  return {
    frame,
    maxBodyBytes: settings.maxBodyBytes,
    isAllowedOrigin: createOriginCheck(settings.corsOrigins),
    isOwnOrigin: hosts.isOrigin,
    planGate: graph.planGate,
    runOperation: graph.runOperation,
    workRate: settings.workRate,
    headers: settings.forwardedHeaders,
    maxHeaderBytes: settings.maxForwardedBytes,
    graphOf: (contract) => graph.supergraph.current().of(contract).published,
    fullGraph: settings.fullGraph,
    contracts: settings.contracts.map(({ name }) => name),
  };
}

function toStatusPage({ options, settings, graph, health }: GatewayParts): StatusOptions {
  const { supergraph, planGate, runOperation } = graph;
  return {
    ...health,
    isOpen: isOpen(settings),
    served: () => toServedNow(supergraph.current()),
    contracts: settings.contracts.map(({ name }) => name),
    others: options.otherParts ?? [],
    ask: async (query) => (await runOperation({ query }, toScope({ query }, planGate))) as OperationResult,
  };
}

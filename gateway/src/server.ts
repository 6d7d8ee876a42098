import './base/telemetry-off.ts';
import { fileURLToPath } from 'node:url';
import { AnswerCache } from './cache/answer-cache.ts';
import { createAnswerSources } from './subgraphs/answer-sources.ts';
import { createAnswerStore } from './cache/answer-store.ts';
import { createRecordSeal } from './cache/record-seal.ts';
import { DEFAULT_SETTINGS, type GatewaySettings } from './environment.ts';
import { createPlanGate } from './observation/plans/plan-gate.ts';
import { tellPlan } from './observation/plans/tell-plan.ts';
import { FULL_GRAPH_PATH, pathOfContract } from './generations/contract-settings.ts';
import { createOriginCheck, useCors } from './http/cors.ts';
import type { Step } from './http/exchange.ts';
import { useExplorer } from './http/explorer.ts';
import { useGraphqlEndpoint } from './http/graphql-endpoint.ts';
import { type HealthOptions, useHealth } from './http/health.ts';
import { createHosts, refuseOtherHosts } from './http/hosts.ts';
import { recallIdentity, refuseAnonymous, verifyIdentity } from './http/identity.ts';
import { createListener } from './http/listener.ts';
import { useMetrics } from './http/metrics-endpoint.ts';
import { onPath } from './http/on-path.ts';
import { refuseUnknownPath } from './http/not-found.ts';
import { useRateLimit, useWorkRate } from './http/rate-limit.ts';
import { type Room, type RoomHouse, useRoom } from './http/room.ts';
import { useSecurityHeaders } from './http/security-headers.ts';
import { useStatusPage } from './http/status/status-page.ts';
import { openIdentifier } from './identity/identify.ts';
import { createLogger, type Logger } from './base/logger.ts';
import { MEMORY } from '@palier/federation/memory/memory-budget';
import { openAudit } from './observation/audit-log.ts';
import { chooseLogs } from './observation/choose-logs.ts';
import { createMetrics } from './observation/metrics/metrics.ts';
import { observeAll } from './observation/observer.ts';
import { createTrails } from './observation/trails.ts';
import { toScope, type InProcessRequest } from './operation/in-process-request.ts';
import type { OperationResult } from './request/operation.ts';
import type { PublishedGraph } from './request/published-graph.ts';
import { createOperationRunner } from './operation/run-operation.ts';
import { createTextsByContract } from './operation/texts-by-contract.ts';
import { openRedis } from './base/redis.ts';
import { openShares } from './rate-limit/open-shares.ts';
import { createWorkShares } from './rate-limit/work-shares.ts';
import type { CallerFactory } from './request/subgraph-caller.ts';
import { createCallerFactory } from './subgraphs/create-caller.ts';
import { receiveCallers } from './subgraphs/receive-callers.ts';
import type { OtherPart, ServedNow } from './http/status/read-status.ts';
import type { Generation } from './generations/generation.ts';
import { openSupergraph } from './generations/open-supergraph.ts';
import type { SupergraphSource } from './generations/read-supergraph.ts';
import { Workplace } from '@palier/federation/work/work';
import { openTracing } from './observation/traces/open-tracing.ts';

export type { InProcessRequest } from './operation/in-process-request.ts';
export type { SubgraphCaller } from './request/subgraph-caller.ts';

export interface GatewayOptions extends Partial<GatewaySettings> {
  readonly supergraph: SupergraphSource;
  /** Callers of the subgraphs that are reached otherwise than by HTTP; nothing for those that are not. */
  readonly callers?: CallerFactory | Promise<CallerFactory>;
  /** What is served beside the graph by its own clients. */
  readonly rooms?: readonly Room[];
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

function toPublishedGraph(generation: Generation, contract: string | undefined): PublishedGraph {
  const { graph, registered } = generation.of(contract);
  return { schema: graph.schema, operations: registered.documents };
}

const EXPLORER = fileURLToPath(new URL('../explorer/dist', import.meta.url));

/** @throws {SupergraphFault | OperationsFault | KeysFault | RedisFault | AuditFault} when what it was told to use cannot be used */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const callers = receiveCallers(options.callers);
  const settings = { ...DEFAULT_SETTINGS, ...options };
  const logger = options.logger ?? createLogger(settings.logLevel);
  MEMORY.limit(settings.memoryBytes);
  const metrics = settings.metrics ? createMetrics() : undefined;
  const isSlowLogged = settings.slowRequestMs !== undefined;
  const trails = createTrails(({ measured }) => isSlowLogged || measured === true);
  const audit = await openAudit(settings.audit, logger);
  const tracing = settings.tracing && (await openTracing(settings.tracing, logger));
  const observer = observeAll([
    ...(metrics ? [metrics.observer] : []),
    ...chooseLogs(settings, trails, logger),
    ...(audit ? [audit.observer] : []),
    ...(tracing ? [tracing.observer] : []),
    trails,
  ]);
  const redis = settings.redisUrl === undefined ? undefined : await openRedis(settings.redisUrl, logger);
  const identifier = settings.identity && (await openIdentifier(settings.identity, logger));
  const sources = createAnswerSources();
  const supergraph = await openSupergraph(options.supergraph, {
    introspection: settings.introspection,
    contracts: settings.contracts,
    createCaller: createCallerFactory({ given: callers.given, settings, observer, sources }),
    callersReady: callers.ready,
    operationsFolder: settings.operationsFolder,
    planning: settings.planning,
    activeLabels: new Set(settings.activeLabels),
    observer,
    logger,
  });
  const shared = redis && {
    redis,
    seal: createRecordSeal(settings.callKeys, settings.redisUrl ?? ''),
  };
  const store = createAnswerStore(settings.cache, shared);
  if (store) observer.keeping?.(store);
  const cache = new AnswerCache({
    supergraph,
    sources,
    store,
    share: settings.cache.share,
    headers: settings.forwardedHeaders,
  });
  const { workRate } = settings;
  const textsOf = createTextsByContract(settings, supergraph);
  const planGate = createPlanGate(settings);
  const tellingRunner = tellPlan(
    createOperationRunner({
      supergraph,
      textsOf,
      cache,
      limits: settings.limits,
      workplace: new Workplace(settings.work),
      workShares:
        workRate &&
        createWorkShares(openShares(workRate, redis, { logger, prefix: 'palier:travail:' }), workRate),
      observer,
      logger,
    }),
    planGate,
    trails,
  );
  const runOperation = audit ? audit.holdMutations(tellingRunner) : tellingRunner;
  const isAllowedOrigin = createOriginCheck(settings.corsOrigins);
  const endpoint = {
    maxBodyBytes: settings.maxBodyBytes,
    isAllowedOrigin,
    planGate,
    runOperation,
    workRate,
    headers: settings.forwardedHeaders,
    maxHeaderBytes: settings.maxForwardedBytes,
  };
  const house: RoomHouse = {
    ...endpoint,
    graphOf: (contract) => toPublishedGraph(supergraph.current(), contract),
    fullGraph: settings.fullGraph,
    contracts: settings.contracts.map(({ name }) => name),
  };
  const hosts = createHosts(settings.hosts);
  // Whether anybody may ask the whole graph: what its pages tell of it, they could know.
  const isOpen = settings.allowedCallers === 'TOUS' && settings.fullGraph === 'OUVERT';
  let serving = true;
  const health: HealthOptions = {
    isReady: async () => serving && supergraph.isWarm() && (await (options.isReady?.() ?? true)),
    listDegraded: () => [
      ...(identifier?.isFailing() ? (['identite'] as const) : []),
      ...(audit?.isFailing() ? (['audit'] as const) : []),
    ],
  };

  // The life of a request: each step answers, refuses, or lets it go on to the next.
  const life: readonly Step[] = [
    // 1. Whatever is answered, no browser may run, frame or sniff it.
    useSecurityHeaders(),
    // 2. Pages of allowed origins may read the answers; preflights end here.
    useCors(isAllowedOrigin),
    // 3. Those who watch over the gateway ask whether it lives, whether it would answer, and how it fares.
    useHealth(health),
    // No page reads further under a name that it made its own.
    refuseOtherHosts(hosts),
    ...(metrics ? [useMetrics(metrics)] : []),
    // 4. Whoever was known a moment ago is recalled: it costs nothing, and their share is theirs wherever they are.
    ...(identifier ? [recallIdentity(identifier)] : []),
    // 5. A client that floods is sent away before its request, or its unknown token, costs anything.
    ...(settings.rateLimit
      ? [useRateLimit(openShares(settings.rateLimit, redis, { logger }), settings.rateLimit)]
      : []),
    // 6. The pages people open: anybody may, they hold no data.
    useExplorer(options.explorerFolder ?? EXPLORER, isOpen),
    useStatusPage({
      ...health,
      isOpen,
      served: () => toServedNow(supergraph.current()),
      contracts: settings.contracts.map(({ name }) => name),
      others: options.otherParts ?? [],
      ask: async (query) => (await runOperation({ query }, toScope({ query }, planGate))) as OperationResult,
    }),
    // 7. Who sends it: a token met for the first time is verified, a bad one is refused.
    ...(identifier ? [verifyIdentity(identifier, logger)] : []),
    ...(settings.allowedCallers === 'AUTHENTIFIES' ? [refuseAnonymous()] : []),
    ...(settings.fullGraph === 'AUTHENTIFIE' ? [onPath(FULL_GRAPH_PATH, refuseAnonymous())] : []),
    ...(workRate ? [useWorkRate()] : []),
    // 8. The operation itself: read, refused if it comes from a foreign page, then run (see run-operation.ts).
    useGraphqlEndpoint({ ...endpoint, path: FULL_GRAPH_PATH, contract: undefined }),
    ...settings.contracts.map(({ name }) =>
      useGraphqlEndpoint({ ...endpoint, path: pathOfContract(name), contract: name }),
    ),
    // 9. What is served beside the graph, by who only asks it on behalf of whoever sent the request.
    ...(options.rooms ?? []).flatMap((room) => useRoom(room, house)),
    // 10. Nothing else exists.
    refuseUnknownPath(),
  ];
  const listener = createListener({ life, observer, trustedProxies: settings.trustedProxies, logger });

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

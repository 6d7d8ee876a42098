import '../telemetry-off.ts';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { CostGraph } from '../guard/measure-cost.ts';
import type { Planning } from '../environment.ts';
import { observeReading } from '../observation/observe-reading.ts';
import type { Observer } from '../observation/observer.ts';
import type { Logger } from '../logger.ts';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { finiteNumbers } from '../operation/finite-numbers.ts';
import type { KnownOperation, AnyOperationResult, OperationScope } from '../operation/operation.ts';
import { toAccess } from '../identity/access.ts';
import {
  createFederationExecutor,
  type FederationExecutor,
  type FederationRequest,
} from '../planning/gateway-executor.ts';
import { createWorkerFederationExecutor } from '../planning/worker-executor.ts';
import type { RegisteredOperations } from '../operation/registered-operations.ts';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { createAdmittedOperations, type AdmittedOperations } from './admitted-operations.ts';
import { runAdmitted } from './run-admitted.ts';
import { reportVariableFaults } from './report-variable-faults.ts';
import { refuseKinds } from './refuse-kinds.ts';
import { toApolloGateway } from './federation-gateway.ts';
import { keepCause } from './keep-cause.ts';
import { runPlan } from './run-plan.ts';
import { warmOperations } from './warm-operations.ts';
import type { SupergraphText } from './read-supergraph.ts';

/** Everything that was made from one supergraph text and goes away with it. */
export interface Generation {
  readonly digest: string;
  readonly subgraphs: readonly SubgraphAddress[];
  /** The schema clients see, and what it says of the cost of its fields. */
  readonly graph: CostGraph;
  execute(operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult>;
  stop(): Promise<void>;
}

export interface GenerationOptions {
  readonly introspection: boolean;
  readonly registered: RegisteredOperations;
  readonly planning: Planning;
  /** Labels of `@override(label:)` in force. */
  readonly activeLabels: ReadonlySet<string>;
  readonly callerOf: (subgraph: SubgraphAddress) => SubgraphCaller;
  readonly observer: Observer;
  readonly logger: Logger;
}

/** @throws when the engine refuses the supergraph */
export async function createGeneration(
  text: SupergraphText,
  options: GenerationOptions,
): Promise<Generation> {
  const federation = await createExecutor(text, options);
  const admitted = createAdmittedOperations();
  const server = createServer(toApolloGateway(federation), admitted, options);
  await server.start();
  await warmOperations(options.registered.documents, federation, options.logger);
  const { schema, prepared } = federation;
  return {
    digest: text.digest,
    subgraphs: prepared.subgraphs,
    graph: { schema, demand: prepared.demand },
    async execute({ query, operationName, variables }, scope) {
      const known = admitted.find({ query, operationName });
      if (known) return runAdmitted(federation, { ...known, operationName, variables, scope });
      const request = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
      return toResult(await server.executeOperation(request, { contextValue: scope }));
    },
    stop: () => server.stop(),
  };
}

function createExecutor(
  { sdl }: SupergraphText,
  { callerOf, planning, activeLabels, observer }: GenerationOptions,
): Promise<FederationExecutor> {
  const { place, timeoutMs } = planning;
  const options = {
    supergraphSdl: sdl,
    callers: (subgraph: SubgraphAddress) => lend(callerOf(subgraph)),
    executePlan: runPlan,
    accessOf: ({ context }: FederationRequest) => toAccess(context.clientRequest.identity),
    isLabelActive: (label: string) => activeLabels.has(label),
    observer,
  };
  if (place === 'SUR_PLACE') return Promise.resolve(createFederationExecutor(options));
  const patienceMs = Math.max(timeoutMs, SHORTEST_PATIENCE_MS);
  return createWorkerFederationExecutor({ ...options, deadlineMs: timeoutMs, patienceMs });
}

/** An operation waits at least this long for its turn to be planned: many new ones may come together. */
const SHORTEST_PATIENCE_MS = 10_000;

/** A caller outlives the generation that uses it: it is closed by whoever keeps it. */
const lend = ({ call }: SubgraphCaller): SubgraphCaller => ({ call });

function createServer(
  gateway: GatewayInterface,
  admitted: AdmittedOperations,
  { introspection, observer, logger }: GenerationOptions,
): ApolloServer<OperationScope> {
  return new ApolloServer<OperationScope>({
    gateway,
    introspection,
    logger: quiet(logger),
    // What it would say of the schema is said in French, and redacted, on the way out.
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    formatError: keepCause,
    stopOnTerminationSignals: false,
    // Known before the engine is reached: texts by digest, and where a request comes from.
    persistedQueries: false,
    csrfPrevention: false,
    validationRules: [finiteNumbers],
    plugins: [
      refuseKinds,
      admitted.plugin,
      reportVariableFaults,
      ...(observer.read ? [observeReading(observer)] : []),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

function toResult(
  response: Awaited<ReturnType<ApolloServer<OperationScope>['executeOperation']>>,
): AnyOperationResult {
  if (response.body.kind === 'incremental') throw new Error('Incremental delivery is not served');
  return response.body.singleResult as AnyOperationResult;
}

/** The engine's own notices, without the lines it prints at each start. */
function quiet(logger: Logger): Logger {
  return { ...logger, debug: () => undefined, info: () => undefined };
}

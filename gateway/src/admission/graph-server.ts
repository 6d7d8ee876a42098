import '../base/telemetry-off.ts';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { CostGraph } from '../guard/measure-cost.ts';
import type { Logger } from '../base/logger.ts';
import { observeReading } from './observe-reading.ts';
import type { Observer } from '../observation/observer.ts';
import { heldLiterals } from '@palier/calls/values/held-literals';
import type { AnyOperationResult, KnownOperation, OperationScope } from '../request/operation.ts';
import type { GraphExecutor } from '@palier/federation/executor/graph-executor';
import {
  createAdmittedOperations,
  type AdmittedOperation,
  type AdmittedOperations,
  type GraphOrigin,
} from './admitted-operations.ts';
import { createLongTextRunner, isLong } from './check-long-text.ts';
import { toApolloGateway } from './federation-gateway.ts';
import { keepCause } from './keep-cause.ts';
import { refuseKinds } from './refuse-kinds.ts';
import { reportVariableFaults } from './report-variable-faults.ts';
import { runAdmitted } from './run-admitted.ts';

/** One graph of a generation, as its clients see it. */
export interface GraphServer {
  /** The schema they see, and what it says of the cost of its fields. */
  readonly graph: CostGraph;
  /** What was read of an operation once it was admitted, always the same object; nothing before. */
  admitted(operation: KnownOperation): AdmittedOperation | undefined;
  execute(operation: KnownOperation, scope: OperationScope): Promise<AnyOperationResult>;
  stop(): Promise<void>;
}

export interface GraphServerOptions {
  readonly introspection: boolean;
  readonly observer: Observer;
  readonly logger: Logger;
}

export async function createGraphServer(
  executor: GraphExecutor<OperationScope>,
  origin: GraphOrigin,
  options: GraphServerOptions,
): Promise<GraphServer> {
  const admitted = createAdmittedOperations(executor, origin);
  const server = createServer(toApolloGateway(executor, admitted), admitted, options);
  await server.start();
  const { schema, prepared } = executor;
  const runLong = createLongTextRunner(executor, admitted, options.observer);
  const runNew: GraphServer['execute'] = async (asked, scope) => {
    if (isLong(asked) && executor.check) return runLong(asked, scope);
    const { query, operationName, variables } = asked;
    const request = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
    return toResult(await server.executeOperation(request, { contextValue: scope }));
  };
  return {
    graph: { schema, demand: prepared.demand },
    admitted: (operation) => admitted.find(operation),
    execute(asked, scope) {
      const known = admitted.find(asked);
      if (!known) return runNew(asked, scope);
      return runAdmitted(executor, { admitted: known, variables: asked.variables, scope });
    },
    stop() {
      admitted.release();
      return server.stop();
    },
  };
}

function createServer(
  gateway: GatewayInterface,
  admitted: AdmittedOperations,
  { introspection, observer, logger }: GraphServerOptions,
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
    // What was parsed and found valid is kept by ourselves.
    documentStore: null,
    csrfPrevention: false,
    validationRules: [heldLiterals(true)],
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

import '../telemetry-off.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { CostGraph } from '../guard/measure-cost.ts';
import type { Logger } from '../logger.ts';
import type { KnownOperation, OperationResult, OperationScope } from '../operation/operation.ts';
import { prepareSupergraph } from '../planning/prepare-supergraph.ts';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { reportVariableFaults } from './report-variable-faults.ts';
import { refuseKinds } from './refuse-kinds.ts';
import { createDataSource } from './subgraph-data-source.ts';
import type { SupergraphText } from './read-supergraph.ts';

/** Everything that was made from one supergraph text and goes away with it. */
export interface Generation {
  readonly digest: string;
  readonly subgraphs: readonly SubgraphAddress[];
  /** The schema clients see, and what it says of the cost of its fields. */
  readonly graph: CostGraph;
  execute(operation: KnownOperation, scope: OperationScope): Promise<OperationResult>;
  stop(): Promise<void>;
}

export interface GenerationOptions {
  readonly introspection: boolean;
  readonly callerOf: (subgraph: SubgraphAddress) => SubgraphCaller;
  readonly logger: Logger;
}

/** @throws when the engine refuses the supergraph */
export async function createGeneration(
  text: SupergraphText,
  options: GenerationOptions,
): Promise<Generation> {
  const subgraphs: SubgraphAddress[] = [];
  const gateway = new ApolloGateway({
    supergraphSdl: text.sdl,
    __exposeQueryPlanExperimental: false,
    logger: quiet(options.logger),
    buildService: ({ name, url }) => {
      subgraphs.push({ name, url });
      return createDataSource(name, options.callerOf({ name, url }));
    },
  });
  const server = createServer(gateway, options);
  await server.start();
  const { schema } = gateway;
  if (!schema) throw new Error('The engine started without a schema');
  return {
    digest: text.digest,
    subgraphs,
    graph: { schema, demand: prepareSupergraph(text.sdl).demand },
    async execute({ query, operationName, variables }, scope) {
      const request = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
      return toResult(await server.executeOperation(request, { contextValue: scope }));
    },
    stop: () => server.stop(),
  };
}

function createServer(
  gateway: ApolloGateway,
  { introspection, logger }: GenerationOptions,
): ApolloServer<OperationScope> {
  return new ApolloServer<OperationScope>({
    gateway,
    introspection,
    logger: quiet(logger),
    // What it would say of the schema is said in French, and redacted, on the way out.
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Known before the engine is reached: texts by digest, and where a request comes from.
    persistedQueries: false,
    csrfPrevention: false,
    plugins: [
      refuseKinds,
      reportVariableFaults,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

function toResult(
  response: Awaited<ReturnType<ApolloServer<OperationScope>['executeOperation']>>,
): OperationResult {
  if (response.body.kind === 'incremental') throw new Error('Incremental delivery is not served');
  return response.body.singleResult as OperationResult;
}

/** The engine's own notices, without the lines it prints at each start. */
function quiet(logger: Logger): Logger {
  return { ...logger, debug: () => undefined, info: () => undefined };
}

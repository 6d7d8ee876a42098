import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { ClientRequest } from '../client-request.ts';
import type { Observer } from '../observation/observer.ts';
import type {
  GraphQLResponseLike,
  SubgraphAddress,
  SubgraphCaller,
  SubgraphRequest,
} from '../subgraph-caller.ts';
import { NO_ACCESS, type Access } from './access-requirements.ts';
import { PlanAccess } from './authorize-plan.ts';
import type { ExecutePlan, ExecutionSchemas, PlanResult, SubgraphOperation } from './execute-plan.ts';
import { mendData, mendVariables } from './mend-call.ts';
import { planObserved } from './observe-planning.ts';
import { activeLabels } from './override-labels.ts';
import { createPlannerEngine, toClientSchema } from './planner-engine.ts';
import { createPlanner, type Planner } from './planner.ts';
import { PlanningError } from './planning-error.ts';
import { prepareSupergraph, type PreparedSupergraph } from './prepare-supergraph.ts';
import { KnownOperations, type KnownOperation } from './known-operations.ts';
import type { AnswerRestorer } from './restore-answer.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';
import type { CallMend, MendedPlan } from './rewrite-plan.ts';
import { executePlanByStock } from './stock-plan-executor.ts';

/** A validated request, as Apollo Server gives it to its gateway. */
export interface FederationRequest {
  readonly document: DocumentNode;
  readonly request: {
    readonly operationName?: string | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly context: { readonly clientRequest: ClientRequest };
}

export interface FederationExecutorOptions {
  readonly supergraphSdl: string;
  readonly callers: (subgraph: SubgraphAddress) => SubgraphCaller;
  /** Who is asking; without it nobody is known, and nothing protected is given. */
  readonly accessOf?: (request: FederationRequest) => Access;
  /** Whether a label of `@override(label:)` is active for a request; `percent(N)` is drawn, others are not asked. */
  readonly isLabelActive?: (label: string, request: FederationRequest) => boolean;
  /** Runs plans; the stock executor by default. */
  readonly executePlan?: ExecutePlan;
  /** Makes plans; on this thread, without a deadline, by default. */
  readonly planner?: Planner;
  readonly observer?: Observer;
}

export interface FederationExecutor {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly prepared: PreparedSupergraph;
  execute(request: FederationRequest): Promise<PlanResult>;
  /** Plans a validated operation before it is asked. */
  warm(document: DocumentNode, operationName: string | undefined): Promise<void>;
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
  return assembleExecutor(options, prepared, schemas, options.planner ?? createPlanner(prepared, engine));
}

/** The same, on schemas and a planner made elsewhere. */
export function assembleExecutor(
  options: Omit<FederationExecutorOptions, 'supergraphSdl' | 'planner'>,
  prepared: PreparedSupergraph,
  schemas: ExecutionSchemas,
  planner: Planner,
): FederationExecutor {
  const calls = new Map(prepared.subgraphs.map(({ name, url }) => [name, options.callers({ name, url })]));
  const operations = new KnownOperations(prepared, schemas.client);
  const { observer = {} } = options;
  const planAccess = new PlanAccess(prepared, schemas.supergraph);

  const execute = async (request: FederationRequest): Promise<PlanResult> => {
    const known = operations.of(request.document, request.request.operationName ?? undefined);
    const { rewritten, restorer } = known;
    const access = options.accessOf?.(request) ?? NO_ACCESS;
    const allowed = operations.authorized(known, access);
    if (!allowed.document) return { errors: allowed.errors };
    const planned = await planOf(allowed.document, known, request);
    const silent = operations.silentNulls(planned, known, allowed.document);
    if (silent.length > 0) return { data: null, errors: silent };
    const refused = planAccess.check(planned.plan, access);
    if (refused) return { errors: [refused] };
    const result = await (options.executePlan ?? executePlanByStock)({
      plan: operations.planOf(planned, known, allowed.document),
      document: rewritten.document,
      operation: rewritten.operation,
      responseNames: rewritten.responseNames,
      variables: renameVariables(request.request.variables ?? {}, rewritten),
      schemas,
      requestContext: request,
      call: (subgraph, operation) =>
        callSubgraph(subgraph, operation, planned.mends.get(operation.query), request),
    });
    return restoreResult(result, restorer, allowed.errors);
  };

  const planOf = async (
    document: DocumentNode,
    { rewritten, restorer }: KnownOperation,
    request: FederationRequest,
  ): Promise<MendedPlan> => {
    const labels = activeLabels(
      prepared.overrideLabels,
      (label) => options.isLabelActive?.(label, request) ?? false,
    );
    const { clientRequest } = request.context;
    return planObserved(planner, observer, { document, rewritten, restorer, labels, clientRequest });
  };

  const callSubgraph = async (
    subgraph: string,
    operation: SubgraphOperation,
    mend: CallMend | undefined,
    request: FederationRequest,
  ): Promise<GraphQLResponseLike> => {
    const caller = calls.get(subgraph);
    if (!caller) throw new Error(`The plan names a subgraph without an address: ${subgraph}`);
    const { clientRequest } = request.context;
    if (!mend) return caller.call(new PlainRequest(subgraph, operation, clientRequest));
    const { query, operationName, operationKind } = operation;
    const variables = mendVariables(mend, operation.variables, prepared.hiddenFields);
    const response = await caller.call({
      query,
      operationName,
      operationKind,
      variables,
      subgraph,
      clientRequest,
    });
    if (response.data) mendData(mend, response.data, operation.variables, schemas.supergraph);
    return response;
  };

  return {
    schema: schemas.client,
    prepared,
    async execute(request) {
      try {
        return await execute(request);
      } catch (error) {
        if (error instanceof PlanningError) return { errors: [error] };
        throw error;
      }
    },
    async warm(document, operationName) {
      const { rewritten, whole } = operations.of(document, operationName);
      if (whole.document) await planner.plan(whole.document, rewritten.operation.name?.value, new Set());
    },
    async stop() {
      await planner.stop();
      await Promise.all([...calls.values()].map((caller) => caller.close?.()));
    },
  };
}

/** An operation as its plan has it. Variables known as text stay text until somebody reads them as values. */
class PlainRequest implements SubgraphRequest {
  readonly subgraph: string;
  readonly clientRequest: ClientRequest;
  headers: SubgraphRequest['headers'];
  readonly #operation: SubgraphOperation;

  constructor(subgraph: string, operation: SubgraphOperation, clientRequest: ClientRequest) {
    this.subgraph = subgraph;
    this.clientRequest = clientRequest;
    this.#operation = operation;
  }

  get query(): string {
    return this.#operation.query;
  }

  get operationName(): string | undefined {
    return this.#operation.operationName;
  }

  get operationKind(): 'query' | 'mutation' {
    return this.#operation.operationKind;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.#operation.variables;
  }

  get variablesText(): string {
    return this.#operation.variablesText ?? JSON.stringify(this.#operation.variables);
  }
}

function renameVariables(
  variables: Readonly<Record<string, unknown>>,
  rewritten: RewrittenOperation,
): Readonly<Record<string, unknown>> {
  if (rewritten.variableNames.size === 0) return variables;
  const renamed = { ...variables };
  for (const [internal, client] of rewritten.variableNames) {
    if (!Object.hasOwn(variables, client)) continue;
    renamed[internal] = variables[client];
    delete renamed[client];
  }
  return renamed;
}

function restoreResult(
  result: PlanResult,
  restorer: AnswerRestorer,
  accessErrors: readonly PlanningError[],
): PlanResult {
  const errors = [...accessErrors, ...(result.errors ?? []).map((error) => restoreError(error, restorer))];
  const { names = 'DOCUMENT', ...rest } = result;
  return {
    ...rest,
    ...(result.data &&
      names === 'DOCUMENT' && { data: restorer.data(result.data) as Record<string, unknown> }),
    ...(errors.length > 0 && { errors }),
  };
}

function restoreError(
  error: GraphQLError | GraphQLFormattedError,
  restorer: AnswerRestorer,
): GraphQLError | GraphQLFormattedError {
  if (!error.path) return error;
  const path = restorer.path(error.path);
  if (!(error instanceof GraphQLError)) return { ...error, path };
  const { message, extensions, originalError } = error;
  return new GraphQLError(message, { path, extensions, originalError: originalError ?? error });
}

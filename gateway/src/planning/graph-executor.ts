import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { ClientRequest } from '../client-request.ts';
import type { Observer } from '../observation/observer.ts';
import type { SubgraphCaller } from '../subgraph-caller.ts';
import { NO_ACCESS, type Access } from './access-requirements.ts';
import { withIntrospection, type Introspect } from './answer-introspection.ts';
import { PlanAccess } from './authorize-plan.ts';
import { callSubgraph } from './call-subgraph.ts';
import type { ExecutePlan, ExecutionSchemas, PlanResult } from './execute-plan.ts';
import { introspect as introspectHere } from './introspect.ts';
import { KnownOperations } from './known-operations.ts';
import { activeLabels } from './override-labels.ts';
import { createOperationPlanner } from './plan-operation.ts';
import type { Planner } from './planner.ts';
import { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { restoreResult, type ErrorForm } from './restore-result.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';
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

export interface GraphExecutorOptions {
  readonly supergraphSdl: string;
  /** Who is asking; without it nobody is known, and nothing protected is given. */
  readonly accessOf?: (request: FederationRequest) => Access;
  /** Whether a label of `@override(label:)` is active for a request; `percent(N)` is drawn, others are not asked. */
  readonly isLabelActive?: (label: string, request: FederationRequest) => boolean;
  /** Runs plans; the stock executor by default. */
  readonly executePlan?: ExecutePlan;
  readonly observer?: Observer;
  /** What the schema of a contract, or the whole, answers of itself; worked out on this thread by default. */
  readonly introspect?: (contract: string | undefined) => Introspect;
  /** What is wrong with a text, found elsewhere than on this thread; nobody else is asked by default. */
  readonly check?: (contract: string | undefined) => CheckText;
}

/** Finds what is wrong with a text, without holding the loop. */
export type CheckText = (text: string) => Promise<readonly GraphQLFormattedError[]>;

/** A graph as some clients see it. */
export interface GraphExecutor {
  /** What these clients see. */
  readonly schema: GraphQLSchema;
  readonly prepared: PreparedSupergraph;
  execute(request: FederationRequest): Promise<PlanResult>;
  /** What is wrong with a text, found without holding the loop; absent when everything is done on one thread. */
  readonly check: CheckText | undefined;
  /** Plans a validated operation before it is asked. */
  warm(document: DocumentNode, operationName: string | undefined): Promise<void>;
}

/** What the executor of one graph is made of; the rest is shared with those of the other graphs. */
export interface GraphParts {
  readonly options: GraphExecutorOptions;
  /** Nothing for the whole graph. */
  readonly contract: string | undefined;
  readonly prepared: PreparedSupergraph;
  readonly planner: Planner;
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
  readonly schemas: ExecutionSchemas;
  readonly errors: ErrorForm;
}

/** Answers the operations of those who see one graph: authorizes, plans, refuses, runs, restores. */
export function createGraphExecutor(parts: GraphParts): GraphExecutor {
  const { options, contract, prepared, planner, callers, schemas, errors } = parts;
  const { accessOf = () => NO_ACCESS, isLabelActive = () => false } = options;
  const { executePlan = executePlanByStock, observer = {} } = options;
  const operations = new KnownOperations(prepared, schemas.client);
  const planOperation = createOperationPlanner({ prepared, planner, operations, observer });
  const planAccess = new PlanAccess(prepared, schemas.supergraph);
  const calls = { callers, prepared, schema: schemas.supergraph };

  const execute = async (request: FederationRequest): Promise<PlanResult> => {
    const known = operations.of(request.document, request.request.operationName ?? undefined);
    const { rewritten, restorer } = known;
    const { clientRequest } = request.context;
    const access = accessOf(request);
    const { document, errors: accessErrors } = operations.authorized(known, access);
    if (!document) return { errors: accessErrors };
    const variables = renameVariables(request.request.variables ?? {}, rewritten);
    const labels = activeLabels(prepared.overrideLabels, (label) => isLabelActive(label, request));
    const { planned, plan, silent } = await planOperation({
      known,
      document,
      variables,
      labels,
      clientRequest,
    });
    if (silent.length > 0) return { data: null, errors: silent };
    const refused = planAccess.check(planned.plan, access);
    if (refused) return { errors: [refused] };
    const result = await executePlan({
      plan,
      document: rewritten.document,
      operation: rewritten.operation,
      responseNames: rewritten.responseNames,
      variables,
      schemas,
      requestContext: request,
      call: (subgraph, operation) =>
        callSubgraph(calls, subgraph, operation, planned.mends.get(operation.query), clientRequest),
    });
    return restoreResult(result, restorer, accessErrors, errors);
  };

  const introspect: Introspect =
    options.introspect?.(contract) ??
    ((text, variables) => introspectHere(schemas.client, { text, variables }, options.supergraphSdl.length));
  const answer = withIntrospection(execute, introspect);

  return {
    schema: schemas.client,
    prepared,
    check: options.check?.(contract),
    async execute(request) {
      try {
        return await answer(request);
      } catch (error) {
        if (error instanceof PlanningError) return { errors: [errors.veil(error)] };
        throw error;
      }
    },
    async warm(document, operationName) {
      const { rewritten, whole } = operations.of(document, operationName);
      if (whole.document) await planner.plan(whole.document, rewritten.operation.name?.value, new Set());
    },
  };
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

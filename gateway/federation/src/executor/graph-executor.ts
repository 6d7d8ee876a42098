import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { SubgraphCaller } from '../run/data/subgraph-caller.ts';
import type { ClientOf, FederationRequest, OperationRun, RequestContext } from '../run/federation-request.ts';
import type { PlanObserver } from './plan-observer.ts';
import { NO_ACCESS, type Access } from '../supergraph/access-requirements.ts';
import { answerIntrospection, type Introspect } from './answer-introspection.ts';
import { OperationGraph } from './operation-graph.ts';
import { PreparedOperation } from './prepared-operation.ts';
import { runPlan } from './run-plan.ts';
import { callSubgraph } from '../call/call-subgraph.ts';
import type { ExecutePlan, ExecutionSchemas, PlanResult } from '../run/plan-execution.ts';
import { introspect as introspectHere } from '../planner/introspect.ts';
import { activeLabels } from '../supergraph/override-labels.ts';
import { createOperationPlanner } from './plan-operation.ts';
import type { Planner } from '../planner/planner.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import { restoreResult, type ErrorForm } from './restore-result.ts';
import type { RewrittenOperation } from '../operation/rewrite-operation.ts';

export interface GraphExecutorOptions<Context extends RequestContext> {
  readonly supergraphSdl: string;
  /** Who is asking; without it nobody is known, and nothing protected is given. */
  readonly accessOf?: (run: OperationRun<Context>) => Access;
  /** Whether a label of `@override(label:)` is active for a request; `percent(N)` is drawn, others are not asked. */
  readonly isLabelActive?: (label: string, run: OperationRun<Context>) => boolean;
  /** Runs plans; as compiled by default. */
  readonly executePlan?: ExecutePlan;
  readonly observer?: PlanObserver<ClientOf<Context>>;
  /** What the schema of a contract, or the whole, answers of itself; worked out on this thread by default. */
  readonly introspect?: (contract: string | undefined) => Introspect;
  /** What is wrong with a text, found elsewhere than on this thread; nobody else is asked by default. */
  readonly check?: (contract: string | undefined) => CheckText;
}

/** Finds what is wrong with a text, without holding the loop. */
type CheckText = (text: string) => Promise<readonly GraphQLFormattedError[]>;

/** A graph as some clients see it. */
export interface GraphExecutor<Context extends RequestContext = RequestContext> {
  /** What these clients see. */
  readonly schema: GraphQLSchema;
  readonly prepared: PreparedSupergraph;
  /** One operation of a valid document, to run many times: what is worked out of it is kept with it. */
  prepare(document: DocumentNode, operationName: string | undefined): PreparedOperation;
  run(operation: PreparedOperation, run: OperationRun<Context>): Promise<PlanResult>;
  /** Both, for who runs it once. */
  execute(request: FederationRequest<Context>): Promise<PlanResult>;
  /** What is wrong with a text, found without holding the loop; absent when everything is done on one thread. */
  readonly check: CheckText | undefined;
  /** Plans a validated operation before it is asked. */
  warm(document: DocumentNode, operationName: string | undefined): Promise<void>;
  /** Lets go of what it kept of the operations: nobody asks it any more. */
  release(): void;
}

/** What the executor of one graph is made of; the rest is shared with those of the other graphs. */
export interface GraphParts<Context extends RequestContext> {
  readonly options: GraphExecutorOptions<Context>;
  /** Nothing for the whole graph. */
  readonly contract: string | undefined;
  readonly prepared: PreparedSupergraph;
  readonly planner: Planner;
  readonly callers: ReadonlyMap<string, SubgraphCaller<ClientOf<Context>>>;
  readonly schemas: ExecutionSchemas;
  readonly errors: ErrorForm;
}

/** Answers the operations of those who see one graph: authorizes, plans, refuses, runs, restores. */
export function createGraphExecutor<Context extends RequestContext>(
  parts: GraphParts<Context>,
): GraphExecutor<Context> {
  const { options, contract, prepared, planner, callers, schemas, errors } = parts;
  const { accessOf = () => NO_ACCESS, isLabelActive = () => false } = options;
  const { executePlan = runPlan, observer = {} } = options;
  const graph = new OperationGraph(prepared, schemas);
  const planOperation = createOperationPlanner(planner, observer);
  const calls = { callers, prepared, schema: schemas.supergraph };

  const runData = async (operation: PreparedOperation, run: OperationRun<Context>): Promise<PlanResult> => {
    const { rewritten, restorer } = operation;
    const clientRequest: ClientOf<Context> = run.context.clientRequest;
    const access = accessOf(run);
    const asked = operation.authorizedFor(access);
    const { document, errors: accessErrors, withheld } = asked;
    if (!document) return { errors: accessErrors };
    const variables = renameVariables(run.variables, rewritten);
    const labels = activeLabels(prepared.overrideLabels, (label) => isLabelActive(label, run));
    const form = asked.toPlan(document, variables);
    const worked = await planOperation({ operation, form, labels, clientRequest });
    if (worked.silent.length > 0) return { data: null, errors: worked.silent };
    const refused = worked.refuse(access);
    if (refused) return { errors: [refused] };
    const { plan, repairs } = worked.planned;
    const result = await executePlan({
      plan,
      compiled: worked.compiled,
      document: rewritten.document,
      operation: rewritten.operation,
      responseNames: rewritten.responseNames,
      variables,
      withheld,
      schemas,
      context: run.context,
      call: (subgraph, call) => callSubgraph(calls, subgraph, call, repairs.get(call.query), clientRequest),
    });
    return restoreResult(result, restorer, accessErrors, errors);
  };

  const introspect: Introspect =
    options.introspect?.(contract) ??
    ((text, variables) => introspectHere(schemas.client, { text, variables }, options.supergraphSdl.length));

  const executor: GraphExecutor<Context> = {
    schema: schemas.client,
    prepared,
    check: options.check?.(contract),
    prepare: (document, operationName) => new PreparedOperation(document, operationName, graph),
    async run(operation, run) {
      try {
        const parts = operation.introspection;
        if (!parts) return await runData(operation, run);
        return await answerIntrospection(parts, run, introspect, (data) => runData(data, run));
      } catch (error) {
        if (error instanceof EngineError) return { errors: [errors.hideNames(error)] };
        throw error;
      }
    },
    execute({ document, request, context }) {
      const operation = executor.prepare(document, request.operationName ?? undefined);
      return executor.run(operation, { variables: request.variables ?? {}, context });
    },
    async warm(document, operationName) {
      const { whole } = executor.prepare(document, operationName);
      if (!whole.document) return;
      const form = whole.toPlan(whole.document, {});
      await planner.plan(form.document, form.operationName, new Set());
    },
    release: () => graph.release(),
  };
  return executor;
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

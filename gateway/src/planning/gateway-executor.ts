import { setImmediate } from 'node:timers/promises';
import { buildSchema } from '@apollo/federation-internals';
import {
  buildSchema as buildSchemaOfText,
  GraphQLError,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { ClientRequest } from '../client-request.ts';
import type { Observer } from '../observation/observer.ts';
import type {
  GraphQLResponseLike,
  SubgraphAddress,
  SubgraphCaller,
  SubgraphRequest,
} from '../subgraph-caller.ts';
import { NO_ACCESS, type Access } from './access-requirements.ts';
import { withIntrospection, type Introspect } from './answer-introspection.ts';
import { PlanAccess } from './authorize-plan.ts';
import { readContractView, type ContractDefinition, type ContractView } from './contract-view.ts';
import { createKnownPaths } from './error-paths.ts';
import type { ExecutePlan, ExecutionSchemas, PlanResult, SubgraphOperation } from './execute-plan.ts';
import { introspect as introspectHere } from './introspect.ts';
import { mendData, mendVariables } from './mend-call.ts';
import { planObserved } from './observe-planning.ts';
import { activeLabels } from './override-labels.ts';
import { createPlannerEngine, toClientSchema } from './planner-engine.ts';
import { createPlanner, type Planner } from './planner.ts';
import { PlanningError } from './planning-error.ts';
import { prepareSupergraph, type PreparedSupergraph } from './prepare-supergraph.ts';
import { KnownOperations, type KnownOperation } from './known-operations.ts';
import type { AnswerRestorer, ErrorPath } from './restore-answer.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';
import type { CallMend, MendedPlan } from './rewrite-plan.ts';
import { hasConditions, SettledOperations, takesContexts } from './settle-conditions.ts';
import { executePlanByStock } from './stock-plan-executor.ts';
import { createErrorVeil, type VeilError } from './veil-errors.ts';

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
  /** From when callers can be had, when they cannot be at once; nothing may be executed before. */
  readonly callersReady?: Promise<unknown> | undefined;
  /** Who is asking; without it nobody is known, and nothing protected is given. */
  readonly accessOf?: (request: FederationRequest) => Access;
  /** Whether a label of `@override(label:)` is active for a request; `percent(N)` is drawn, others are not asked. */
  readonly isLabelActive?: (label: string, request: FederationRequest) => boolean;
  /** Runs plans; the stock executor by default. */
  readonly executePlan?: ExecutePlan;
  /** Makes plans; on this thread, without a deadline, by default. */
  readonly planner?: Planner;
  readonly observer?: Observer;
  /** Parts of the graph to show apart, each under its name. */
  readonly contracts?: readonly ContractDefinition[];
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

/** The whole graph, and what its contracts show of it. */
export interface FederationExecutor extends GraphExecutor {
  /** By their names. */
  readonly contracts: ReadonlyMap<string, GraphExecutor>;
  stop(): Promise<void>;
}

/** A plan, what was planned, and what of it would be left null without a word. */
interface PlannedDocument {
  readonly planned: MendedPlan;
  readonly document: DocumentNode;
  readonly silent: readonly PlanningError[];
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
  const contracts = (options.contracts ?? []).map((contract) => {
    const view = readContractView(options.supergraphSdl, contract);
    return { view, client: buildSchemaOfText(view.apiSdl, { assumeValid: true, assumeValidSDL: true }) };
  });
  const planner = options.planner ?? createPlanner(prepared, engine);
  return assembleExecutor(options, { prepared, schemas, planner, contracts });
}

/** What an executor is assembled from. */
export interface ExecutorParts {
  readonly prepared: PreparedSupergraph;
  readonly schemas: ExecutionSchemas;
  readonly planner: Planner;
  readonly contracts: readonly ContractSchema[];
}

/** What a contract shows, and the schema made of it. */
export interface ContractSchema {
  readonly view: ContractView;
  readonly client: GraphQLSchema;
}

/**
 * The same, on schemas and a planner made elsewhere. A contract shares the planner, the plans and the prepared
 * supergraph: what is valid in it is valid in the whole graph. What its clients may write, and what they are answered,
 * depends on its own schema alone.
 */
export function assembleExecutor(
  options: Omit<FederationExecutorOptions, 'planner'>,
  { prepared, schemas, planner, contracts }: ExecutorParts,
): FederationExecutor {
  const calls = openCalls(prepared, options);
  const shared = { options, prepared, planner, calls };
  return {
    ...createGraphExecutor({ ...shared, contract: undefined, schemas, errors: plainErrors(schemas.client) }),
    contracts: new Map(
      contracts.map(({ view, client }) => [
        view.name,
        createGraphExecutor({
          ...shared,
          contract: view.name,
          schemas: { ...schemas, client, api: once(() => buildSchema(view.apiSdl)) },
          errors: { pathOf: (restorer) => restorer.askedPath, veil: createErrorVeil(view.hiddenNames) },
        }),
      ]),
    ),
    async stop() {
      await planner.stop();
      await Promise.all([...calls.values()].map((caller) => caller.close?.()));
    },
  };
}

function openCalls(
  { subgraphs }: PreparedSupergraph,
  { callers, callersReady }: Pick<FederationExecutorOptions, 'callers' | 'callersReady'>,
): ReadonlyMap<string, SubgraphCaller> {
  const calls = new Map<string, SubgraphCaller>();
  const open = (): void => {
    for (const { name, url } of subgraphs) calls.set(name, callers({ name, url }));
  };
  // When there will be no callers, whoever made that promise knows it.
  if (callersReady) callersReady.then(open, () => undefined);
  else open();
  return calls;
}

interface GraphParts {
  readonly options: Omit<FederationExecutorOptions, 'planner'>;
  /** Nothing for the whole graph. */
  readonly contract: string | undefined;
  readonly prepared: PreparedSupergraph;
  readonly planner: Planner;
  readonly calls: ReadonlyMap<string, SubgraphCaller>;
  readonly schemas: ExecutionSchemas;
  readonly errors: ErrorForm;
}

/** How errors are told to those who see a graph. */
interface ErrorForm {
  readonly pathOf: (restorer: AnswerRestorer) => (path: ErrorPath) => ErrorPath;
  readonly veil: VeilError;
}

const plainErrors = (client: GraphQLSchema): ErrorForm => ({
  pathOf: createKnownPaths(client),
  veil: (error) => error,
});

function createGraphExecutor({
  options,
  contract,
  prepared,
  planner,
  calls,
  schemas,
  errors,
}: GraphParts): GraphExecutor {
  const operations = new KnownOperations(prepared, schemas.client);
  const { observer = {} } = options;
  const settled = new SettledOperations();
  const planAccess = new PlanAccess(prepared, schemas.supergraph);

  const execute = async (request: FederationRequest): Promise<PlanResult> => {
    const known = operations.of(request.document, request.request.operationName ?? undefined);
    const { rewritten, restorer } = known;
    const access = options.accessOf?.(request) ?? NO_ACCESS;
    const allowed = operations.authorized(known, access);
    if (!allowed.document) return { errors: allowed.errors };
    const variables = renameVariables(request.request.variables ?? {}, rewritten);
    const { planned, document, silent } = await planOf(allowed.document, known, variables, request);
    if (silent.length > 0) return { data: null, errors: silent };
    const refused = planAccess.check(planned.plan, access);
    if (refused) return { errors: [refused] };
    const result = await (options.executePlan ?? executePlanByStock)({
      plan: operations.planOf(planned, known, document),
      document: rewritten.document,
      operation: rewritten.operation,
      responseNames: rewritten.responseNames,
      variables,
      schemas,
      requestContext: request,
      call: (subgraph, operation) =>
        callSubgraph(subgraph, operation, planned.mends.get(operation.query), request),
    });
    return restoreResult(result, restorer, allowed.errors, errors);
  };

  const planOf = async (
    document: DocumentNode,
    known: KnownOperation,
    variables: Readonly<Record<string, unknown>>,
    request: FederationRequest,
  ): Promise<PlannedDocument> => {
    const labels = activeLabels(
      prepared.overrideLabels,
      (label) => options.isLabelActive?.(label, request) ?? false,
    );
    const { clientRequest } = request.context;
    const { rewritten, restorer } = known;
    const plan = async (asked: DocumentNode): Promise<PlannedDocument> => {
      const observed = { document: asked, rewritten, restorer, labels, clientRequest };
      const planned = await planObserved(planner, observer, observed);
      // A new plan is long to look through and to compile: each in a turn of its own, and not in the one that received it.
      const isNew = !operations.hasRun(planned, known);
      if (isNew) await setImmediate();
      const silent = operations.silentNulls(planned, known, asked);
      if (isNew) await setImmediate();
      return { planned, document: asked, silent };
    };
    const whole = await plan(document);
    const isSuspect =
      whole.silent.length > 0 || (prepared.contextTypes.size > 0 && takesContexts(whole.planned.plan));
    // Of what is under conditions, the stock planner loses some: without them it plans all that is asked.
    return isSuspect && hasConditions(document) ? plan(settled.of(document, rewritten, variables)) : whole;
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
  { pathOf, veil }: ErrorForm,
): PlanResult {
  const toClientPath = pathOf(restorer);
  const restoreError = (error: AnyError): AnyError =>
    veil(error.path ? withPath(error, toClientPath(error.path)) : error);
  const errors = [...accessErrors, ...(result.errors ?? []).map(restoreError)];
  const { names = 'DOCUMENT', ...rest } = result;
  return {
    ...rest,
    ...(result.data &&
      names === 'DOCUMENT' && { data: restorer.data(result.data) as Record<string, unknown> }),
    ...(errors.length > 0 && { errors }),
  };
}

type AnyError = GraphQLError | GraphQLFormattedError;

/** A path that leads to nothing that was asked is no path. */
function withPath(error: AnyError, asked: ErrorPath): AnyError {
  const path = asked.length > 0 ? { path: asked } : {};
  if (!(error instanceof GraphQLError)) {
    const { message, locations, extensions } = error;
    return { message, ...(locations && { locations }), ...path, ...(extensions && { extensions }) };
  }
  const { message, extensions, originalError } = error;
  return new GraphQLError(message, { ...path, extensions, originalError: originalError ?? error });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

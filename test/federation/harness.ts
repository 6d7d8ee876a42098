import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { parse, validate, type GraphQLSchema } from 'graphql';
import type { ClientRequest } from '../../gateway/src/client-request.ts';
import { ANONYMOUS } from '../../gateway/src/identity/identity.ts';
import type { Access } from '../../gateway/src/planning/access-requirements.ts';
import {
  createFederationExecutor,
  type FederationExecutor,
} from '../../gateway/src/planning/gateway-executor.ts';
import type { FederationRequest } from '../../gateway/src/planning/graph-executor.ts';
import { createWorkerFederationExecutor } from '../../gateway/src/planning/worker-executor.ts';
import type { ExecutePlan } from '../../gateway/src/planning/execute-plan.ts';
import { runPlan } from '../../gateway/src/supergraph/run-plan.ts';
import type { SubgraphCaller } from '../../gateway/src/subgraph-caller.ts';
import type { Case } from './claim.ts';
import { SILENT } from '../../gateway/src/testing/loggers.ts';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
  /** What did not fit the schema, when nothing else went wrong. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** An answer, and how often each subgraph was asked for it. */
export interface Run {
  readonly answer: Answer;
  readonly calls: Readonly<Record<string, number>>;
}

export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  run(testCase: Case): Promise<Run>;
}

type Callers = ReadonlyMap<string, SubgraphCaller>;

/** Our gateway's federation on some subgraphs. */
export function createGraph(
  supergraphSdl: string,
  callers: Callers,
  executePlan: ExecutePlan = runPlan,
): Graph {
  const counts = new Map<string, number>();
  const options = executorOptions(callers, counts, executePlan);
  return toGraph(createFederationExecutor({ ...options, supergraphSdl }), counts);
}

/** The same, all that takes long on a thread of its own. */
export async function createGraphApart(
  supergraphSdl: string,
  callers: Callers,
): Promise<Graph & { stop(): Promise<void> }> {
  const counts = new Map<string, number>();
  const executor = await createWorkerFederationExecutor({
    ...executorOptions(callers, counts, runPlan),
    supergraphSdl,
    deadlineMs: 30_000,
    patienceMs: 60_000,
  });
  return { ...toGraph(executor, counts), stop: () => executor.stop() };
}

function executorOptions(callers: Callers, counts: Map<string, number>, executePlan: ExecutePlan) {
  return {
    callers: ({ name }: { readonly name: string }) => counted(name, callers, () => counts),
    accessOf: ({ context }: FederationRequest) => (context as CaseContext).access,
    executePlan,
    isLabelActive: (label: string, { context }: FederationRequest) =>
      (context as CaseContext).labels.has(label),
  };
}

function toGraph(executor: FederationExecutor, counts: Map<string, number>): Graph {
  return {
    schema: executor.schema,
    async run(testCase) {
      counts.clear();
      const document = parse(testCase.query);
      const invalid = validate(executor.schema, document);
      if (invalid.length > 0) return { answer: toAnswer({ errors: invalid }), calls: {} };
      const { variables, operationName } = testCase.request;
      const request = { variables, operationName };
      const answer = await executor.execute({ document, request, context: contextOf(testCase) });
      return { answer: toAnswer(answer), calls: Object.fromEntries(counts) };
    },
  };
}

/** The stock gateway on the same subgraphs. */
export async function createStockGraph(supergraphSdl: string, callers: Callers): Promise<Graph> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const counts = new Map<string, number>();
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: SILENT,
    buildService: ({ name }) =>
      toDataSource(
        counted(name, callers, () => counts),
        name,
      ),
  });
  const { schema, executor } = await gateway.load();
  return {
    schema,
    async run(testCase) {
      const document = parse(testCase.query);
      const invalid = validate(schema, document);
      if (invalid.length > 0) return { answer: toAnswer({ errors: invalid }), calls: {} };
      const { variables, operationName } = testCase.request;
      const requestContext = {
        request: { query: testCase.query, variables, operationName },
        document,
        queryHash: testCase.query,
        operationName: operationName ?? null,
        context: contextOf(testCase),
        metrics: {},
        logger: SILENT,
        schema: schema as GraphQLSchema,
      };
      const answer = await executor(requestContext as unknown as Parameters<typeof executor>[0]);
      return { answer: toAnswer(answer), calls: Object.fromEntries(counts) };
    },
  };
}

interface CaseContext {
  readonly clientRequest: ClientRequest;
  readonly access: Access;
  readonly labels: ReadonlySet<string>;
  /** The answer is compared as values: it need not be made as text. */
  readonly answerForm: 'OBJET';
}

function contextOf({ request }: Case): CaseContext {
  const { access = {}, labels = [] } = request;
  return {
    clientRequest: { id: 'test', identity: ANONYMOUS, headers: {}, signal: new AbortController().signal },
    access: {
      authenticated: access.authenticated ?? false,
      scopes: new Set(access.scopes),
      policies: new Set(access.policies),
    },
    labels: new Set(labels),
    answerForm: 'OBJET',
  };
}

function counted(name: string, callers: Callers, counts: () => Map<string, number>): SubgraphCaller {
  const caller = callers.get(name);
  if (!caller) throw new Error(`No caller for ${name}`);
  return {
    call(request) {
      counts().set(name, (counts().get(name) ?? 0) + 1);
      return caller.call(request);
    },
  };
}

function toDataSource(caller: SubgraphCaller, subgraph: string): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const response = await caller.call({
        subgraph,
        query: request.query ?? '',
        operationName: request.operationName,
        operationKind: request.query?.startsWith('mutation') ? 'mutation' : 'query',
        variables: request.variables ?? {},
        clientRequest: (context as unknown as CaseContext).clientRequest,
      });
      return response as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

function toAnswer(value: unknown): Answer {
  return JSON.parse(JSON.stringify(value)) as Answer;
}

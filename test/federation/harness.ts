import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { parse, validate, type GraphQLSchema } from 'graphql';
import type { ClientRequest } from '@palier/gateway/request/client-request';
import { ANONYMOUS } from '@palier/gateway/request/identity';
import type { Access } from '@palier/federation/supergraph/access-requirements';
import {
  createFederationExecutor,
  type FederationExecutor,
} from '@palier/federation/executor/create-executor';
import type { OperationRun } from '@palier/federation/run/federation-request';
import { createWorkerFederationExecutor } from '@palier/federation/executor/create-executor-on-thread';
import type { ExecutePlan } from '@palier/federation/run/plan-execution';
import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';
import { runPlan } from '@palier/federation/executor/run-plan';
import type { SubgraphCaller } from '@palier/gateway/request/subgraph-caller';
import type { Case } from './claim.ts';
import { SILENT } from '@palier/gateway/testing/loggers';

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
    accessOf: ({ context }: OperationRun<CaseContext>) => context.access,
    executePlan,
    isLabelActive: (label: string, { context }: OperationRun<CaseContext>) => context.labels.has(label),
  };
}

function toGraph(executor: FederationExecutor<CaseContext>, counts: Map<string, number>): Graph {
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
      const { variables, operationName } = toDoubles(testCase.request);
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
  readonly answerForm: 'OBJECT';
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
    answerForm: 'OBJECT',
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
      return toDoubles(response) as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

/** Numbers as the stock gateway reads them. */
const toDoubles = <T>(value: T): T => JSON.parse(writeJson(value)) as T;

function toAnswer(value: unknown): Answer {
  return parseJson(writeJson(value)) as Answer;
}

import { writeJson } from '@palier/calls/json/write-json';
import { Refusal } from '../../errors/errors.ts';
import type { PlanGate } from '../../observation/plans/plan-gate.ts';
import { EVERY_KIND, type OperationRequest, READS, type RunOperation } from '../../request/operation.ts';
import { createResultAnswerer } from './answer-result.ts';
import { answerMethodRefused } from '../transport/answers.ts';
import { ACCEPT_QUERY } from '../steps/cors.ts';
import { refuseCrossSiteRead } from '../steps/csrf.ts';
import type { Answer, Exchange, Step } from '../transport/exchange.ts';
import { tellWork } from '../steps/rate-limit.ts';
import type { RateLimit } from '../../rate-limit/shares.ts';
import { refuseLongHeaders } from '../steps/long-headers.ts';
import { mediaTypeOf, negotiate, prefersPages } from '../transport/media-type.ts';
import { readBodyOperation, readGetOperation } from './operation-reader.ts';
import { OFFERED_TYPES } from './response-status.ts';

export interface GraphqlEndpointOptions {
  readonly path: string;
  /** The contract whose clients ask here; nothing for the full graph. */
  readonly contract: string | undefined;
  readonly maxBodyBytes: number;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly planGate: PlanGate;
  readonly runOperation: RunOperation;
  /** The work that clients may have done, where it is limited. */
  readonly workRate: RateLimit | undefined;
  /** Names of client headers handed to the subgraphs. */
  readonly headers: readonly string[];
  /** What these may take together, in bytes. */
  readonly maxHeaderBytes: number;
}

interface Endpoint extends GraphqlEndpointOptions {
  readonly toAnswer: ReturnType<typeof createResultAnswerer>;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'QUERY', 'POST']);

export function useGraphqlEndpoint(options: GraphqlEndpointOptions): Step {
  const endpoint: Endpoint = { ...options, toAnswer: createResultAnswerer(options.headers) };
  return (exchange) => {
    if (exchange.path !== options.path) return undefined;
    if (!METHODS.has(exchange.method)) return refuseMethod(exchange);
    if (isPageVisit(exchange)) return { status: 303, headers: { location: '/' } };
    return answerOperation(exchange, endpoint);
  };
}

function refuseMethod({ clientRequest }: Exchange): Answer {
  const answer = answerMethodRefused('GET, HEAD, QUERY, POST', clientRequest.id);
  return { ...answer, headers: { ...answer.headers, ...ACCEPT_QUERY } };
}

/** Somebody typed the endpoint in a browser: the explorer is what they look for. */
function isPageVisit({ method, search, clientRequest }: Exchange): boolean {
  return method === 'GET' && search === '' && prefersPages(clientRequest.headers['accept']);
}

async function answerOperation(exchange: Exchange, options: Endpoint): Promise<Answer> {
  const type = negotiate(exchange.clientRequest.headers['accept'], OFFERED_TYPES);
  if (!type) throw new Refusal('FORMAT_NON_OFFERT');
  refuseCrossSiteRead(exchange, options.isAllowedOrigin);
  refuseLongHeaders(exchange, options);
  const operation = await readOperation(exchange, options.maxBodyBytes);
  const name = operation.operationName ?? operation.documentId;
  if (name !== undefined) exchange.notes.operation = name.slice(0, 100);
  const result = await options.runOperation(operation, {
    clientRequest: exchange.clientRequest,
    contract: options.contract,
    allowedKinds: exchange.method === 'POST' ? EVERY_KIND : READS,
    answerForm: 'TEXT',
    withPlan: options.planGate(exchange.clientRequest, options.contract) === 'ALLOWED',
  });
  tellWork(exchange, options.workRate);
  const isNamed = isName(operation.documentId);
  const answer = options.toAnswer(exchange, result, { type, isNamed });
  if (!isNamed || exchange.method !== 'QUERY' || answer.status !== 200) return answer;
  return { ...answer, headers: { ...answer.headers, 'content-location': addressOf(exchange, operation) } };
}

/** Where a GET finds what a QUERY asked by a name (RFC 10008): a text may be longer than an address. */
function addressOf(
  { path }: Exchange,
  { documentId, operationName, variables, extensions, au }: OperationRequest,
): string {
  const given = { documentId, operationName, variables, extensions, au };
  const parameters = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : writeJson(value)]],
  );
  return `${path}?${new URLSearchParams(parameters).toString()}`;
}

/** An identifier that is the digest of its text has no other text. */
const isName = (documentId: string | undefined): boolean =>
  documentId !== undefined && !documentId.startsWith('sha256:');

function readOperation(exchange: Exchange, maxBytes: number): OperationRequest | Promise<OperationRequest> {
  if (exchange.method !== 'GET') return readBodyOperation(exchange, maxBytes);
  const type = mediaTypeOf(exchange.incoming.headers['content-type']);
  if (type !== undefined && type !== 'application/json') throw new Refusal('TYPE_DE_CORPS_REFUSE');
  return readGetOperation(exchange);
}

import { Refusal } from '../errors.ts';
import type { PlanGate } from '../explanation/plan-gate.ts';
import type { OperationKind, OperationRequest, RunOperation } from '../operation/operation.ts';
import { createResultAnswerer } from './answer-result.ts';
import { answerMethodRefused } from './answers.ts';
import { refuseCrossSiteRead } from './csrf.ts';
import type { Answer, Exchange, Step } from './exchange.ts';
import { mediaTypeOf, negotiate } from './media-type.ts';
import { readGetOperation, readPostOperation } from './operation-reader.ts';
import { OFFERED_TYPES } from './response-status.ts';

export interface GraphqlEndpointOptions {
  readonly path: string;
  /** The contract whose clients ask here; nothing for the full graph. */
  readonly contract: string | undefined;
  readonly maxBodyBytes: number;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly planGate: PlanGate;
  readonly runOperation: RunOperation;
  /** Names of client headers handed to the subgraphs. */
  readonly headers: readonly string[];
}

interface Endpoint extends GraphqlEndpointOptions {
  readonly toAnswer: ReturnType<typeof createResultAnswerer>;
}

const GET_KINDS: ReadonlySet<OperationKind> = new Set(['query']);
const POST_KINDS: ReadonlySet<OperationKind> = new Set(['query', 'mutation']);

export function useGraphqlEndpoint(options: GraphqlEndpointOptions): Step {
  const endpoint: Endpoint = { ...options, toAnswer: createResultAnswerer(options.headers) };
  return (exchange) => {
    if (exchange.path !== options.path) return undefined;
    if (exchange.method !== 'GET' && exchange.method !== 'POST') {
      return answerMethodRefused('GET, POST', exchange.clientRequest.id);
    }
    if (isPageVisit(exchange)) return { status: 303, headers: { location: '/' } };
    return answerOperation(exchange, endpoint);
  };
}

/** Somebody typed the endpoint in a browser: the explorer is what they look for. */
function isPageVisit({ method, search, clientRequest }: Exchange): boolean {
  return method === 'GET' && search === '' && (clientRequest.headers['accept'] ?? '').includes('text/html');
}

async function answerOperation(exchange: Exchange, options: Endpoint): Promise<Answer> {
  const type = negotiate(exchange.clientRequest.headers['accept'], OFFERED_TYPES);
  if (!type) throw new Refusal('FORMAT_NON_OFFERT');
  refuseCrossSiteRead(exchange, options.isAllowedOrigin);
  const operation = await readOperation(exchange, options.maxBodyBytes);
  const name = operation.operationName ?? operation.documentId;
  if (name !== undefined) exchange.notes.operation = name.slice(0, 100);
  const result = await options.runOperation(operation, {
    clientRequest: exchange.clientRequest,
    contract: options.contract,
    allowedKinds: exchange.method === 'GET' ? GET_KINDS : POST_KINDS,
    answerForm: 'TEXTE',
    withPlan: options.planGate(exchange.clientRequest, options.contract) === 'PERMIS',
  });
  return options.toAnswer(exchange, result, type);
}

function readOperation(exchange: Exchange, maxBytes: number): OperationRequest | Promise<OperationRequest> {
  if (exchange.method === 'POST') return readPostOperation(exchange, maxBytes);
  const type = mediaTypeOf(exchange.incoming.headers['content-type']);
  if (type !== undefined && type !== 'application/json') throw new Refusal('TYPE_DE_CORPS_REFUSE');
  return readGetOperation(exchange);
}

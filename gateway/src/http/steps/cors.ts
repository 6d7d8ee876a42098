import type { Answer, Exchange, Step } from '../transport/exchange.ts';

const ALLOWED_METHODS = 'GET, HEAD, QUERY, POST, OPTIONS';
/** RFC 10008: what the body of a QUERY may be, wherever a graph is asked. */
export const ACCEPT_QUERY = { 'accept-query': 'application/json' };
const ALLOWED_HEADERS = [
  'content-type',
  'accept',
  'accept-language',
  'authorization',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'apollographql-client-version',
  'x-request-id',
  'idempotency-key',
  'palier-au',
  'palier-plan',
  'if-none-match',
  // Of the Model Context Protocol.
  'mcp-protocol-version',
  'mcp-method',
  'mcp-name',
].join(', ');
const EXPOSED_HEADERS = [
  'x-request-id',
  'etag',
  'cache-status',
  'palier-au',
  'retry-after',
  'www-authenticate',
  'ratelimit',
  'ratelimit-policy',
  // Where a file is described, and its name.
  'link',
  'content-disposition',
].join(', ');

/** `https://host` exactly, or `http://host:*` for any port of that host. */
export type OriginPattern = string;

export function createOriginCheck(patterns: readonly OriginPattern[]): (origin: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.endsWith(':*')));
  const anyPort = patterns.filter((pattern) => pattern.endsWith(':*')).map((pattern) => pattern.slice(0, -2));
  return (origin) =>
    exact.has(origin) ||
    anyPort.some(
      (base) => origin === base || (origin.startsWith(`${base}:`) && isPort(origin.slice(base.length + 1))),
    );
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text);

/** Lets pages of the allowed origins read answers. Others may still call; their browser hides the answer from them. */
export function useCors(isAllowed: (origin: string) => boolean): Step {
  return (exchange) => {
    exchange.headers['vary'] = 'Origin';
    const origin = exchange.clientRequest.headers['origin'];
    if (origin !== undefined && isAllowed(origin)) allowOrigin(exchange, origin);
    return exchange.method === 'OPTIONS' ? answerPreflight(exchange) : undefined;
  };
}

function allowOrigin(exchange: Exchange, origin: string): void {
  exchange.headers['access-control-allow-origin'] = origin;
  exchange.headers['access-control-expose-headers'] = EXPOSED_HEADERS;
}

function answerPreflight({ headers, clientRequest, path }: Exchange): Answer {
  const queries = path.endsWith('/graphql') ? ACCEPT_QUERY : {};
  if (headers['access-control-allow-origin'] === undefined)
    return { status: 204, headers: { allow: ALLOWED_METHODS, ...queries } };
  return {
    status: 204,
    headers: {
      ...queries,
      'access-control-allow-methods': ALLOWED_METHODS,
      'access-control-allow-headers': ALLOWED_HEADERS,
      'access-control-max-age': '600',
      // Chrome asks this before a public page may call a gateway on the reader's own machine.
      ...(clientRequest.headers['access-control-request-private-network'] === 'true' && {
        'access-control-allow-private-network': 'true',
      }),
    },
  };
}

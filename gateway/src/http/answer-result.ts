import { Bytes } from '../bytes.ts';
import { digestOf } from '../cache/sealed-answer.ts';
import { jsonTextOf } from '../execution/json-text.ts';
import type { AnyOperationResult } from '../operation/operation.ts';
import { challengeOf } from './answers.ts';
import type { Answer, Exchange } from './exchange.ts';
import { GRAPHQL_TYPE, LEGACY_TYPE, type OfferedType, statusOf } from './response-status.ts';

/** What an answer to a GET may differ by, besides its address. */
const NEGOTIATED = ['Accept', 'Authorization', 'Cookie'];

/** Makes the HTTP answer of a result. Those to a GET may be kept by whoever asked, and asked for again by their ETag. */
export function createResultAnswerer(
  headersHandedOn: readonly string[],
): (exchange: Exchange, result: AnyOperationResult, type: OfferedType) => Answer {
  const vary = [...NEGOTIATED, ...headersHandedOn].join(', ');
  return (exchange, result, type) => {
    const status = statusOf(result, type);
    const body = result.sealed?.body ?? Bytes.ofText(jsonTextOf(result));
    const headers: Record<string, string> = { 'content-type': CONTENT_TYPES[type] };
    if (result.cacheStatus) headers['cache-status'] = CACHE_STATUSES[result.cacheStatus];
    if (exchange.method === 'GET' && status === 200 && !result.errors) {
      exchange.headers['vary'] = exchange.headers['vary'] ? `${exchange.headers['vary']}, ${vary}` : vary;
      const etag = `"${result.sealed?.digest ?? digestOf(body)}-${type.length}"`;
      headers['etag'] = etag;
      headers['cache-control'] = result.sealed?.cacheControl ?? 'private, no-cache';
      const isKnown = matches(exchange.clientRequest.headers['if-none-match'], etag);
      return isKnown ? { status: 304, headers } : { status, headers, body };
    }
    headers['cache-control'] = 'no-store';
    if (status === 405) headers['allow'] = 'POST';
    if (status === 401) Object.assign(headers, challengeOf(status, 'AUTHENTIFICATION_REQUISE'));
    return { status, headers, body };
  };
}

/** By RFC 9110, an ETag marked weak matches as well. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((given) => {
    const candidate = given.trim();
    return candidate === '*' || candidate === etag || candidate === `W/${etag}`;
  });
}

const CONTENT_TYPES: Readonly<Record<OfferedType, string>> = {
  [LEGACY_TYPE]: `${LEGACY_TYPE}; charset=utf-8`,
  [GRAPHQL_TYPE]: `${GRAPHQL_TYPE}; charset=utf-8`,
};

/** RFC 9211. */
const CACHE_STATUSES = {
  hit: 'Palier; hit',
  stored: 'Palier; fwd=miss; stored',
  collapsed: 'Palier; fwd=miss; collapsed',
};

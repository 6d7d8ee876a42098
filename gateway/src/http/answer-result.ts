import { digestOf } from '../cache/sealed-answer.ts';
import { jsonTextOf } from '../execution/json-text.ts';
import type { AnyOperationResult } from '../operation/operation.ts';
import { challengeOf } from './answers.ts';
import type { Answer, Exchange } from './exchange.ts';
import { type OfferedType, statusOf } from './response-status.ts';

/** What an answer to a GET may differ by, besides its address. */
const NEGOTIATED = ['Accept', 'Authorization', 'Cookie'];

/** Makes the HTTP answer of a result. Those to a GET may be kept by whoever asked, and asked for again by their ETag. */
export function createResultAnswerer(
  headersHandedOn: readonly string[],
): (exchange: Exchange, result: AnyOperationResult, type: OfferedType) => Answer {
  const vary = [...NEGOTIATED, ...headersHandedOn].join(', ');
  return (exchange, result, type) => {
    const status = statusOf(result, type);
    const answer = {
      status,
      headers: { 'content-type': `${type}; charset=utf-8`, ...toCacheStatus(result) },
      body: result.sealed?.bytes ?? jsonTextOf(result),
    };
    if (exchange.method === 'GET' && status === 200 && !result.errors) {
      exchange.headers['vary'] = exchange.headers['vary'] ? `${exchange.headers['vary']}, ${vary}` : vary;
      return toKeep(exchange, answer, result, type);
    }
    const headers = {
      ...answer.headers,
      'cache-control': 'no-store',
      ...(status === 405 && { allow: 'POST' }),
      ...challengeOf(status, 'AUTHENTIFICATION_REQUISE'),
    };
    return { ...answer, headers };
  };
}

function toKeep(
  { clientRequest }: Exchange,
  { status, headers, body }: Answer & { readonly body: string | Buffer },
  { sealed }: AnyOperationResult,
  type: OfferedType,
): Answer {
  const etag = `"${sealed?.digest ?? digestOf(body)}-${type.length}"`;
  const kept = { ...headers, etag, 'cache-control': sealed?.cacheControl ?? 'private, no-cache' };
  const isKnown = matches(clientRequest.headers['if-none-match'], etag);
  return isKnown ? { status: 304, headers: kept } : { status, headers: kept, body };
}

/** By RFC 9110, an ETag marked weak matches as well. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((given) => {
    const candidate = given.trim();
    return candidate === '*' || candidate === etag || candidate === `W/${etag}`;
  });
}

/** RFC 9211. */
function toCacheStatus({ cacheStatus }: AnyOperationResult): Readonly<Record<string, string>> {
  if (cacheStatus === undefined) return {};
  if (cacheStatus === 'hit') return HIT;
  return cacheStatus === 'stored' ? STORED : COLLAPSED;
}

const HIT = { 'cache-status': 'Palier; hit' };
const STORED = { 'cache-status': 'Palier; fwd=miss; stored' };
const COLLAPSED = { 'cache-status': 'Palier; fwd=miss; collapsed' };

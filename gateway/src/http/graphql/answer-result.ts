import { Bytes } from '../../base/bytes.ts';
import { heldShortly, UNSAID } from '../../base/cache-control.ts';
import { bodyDigest } from '../../request/sealed-answer.ts';
import { jsonTextOf } from '@palier/federation/json/json-text';
import { INSTANT_HEADER } from '@palier/calls/headers';
import type { AnyOperationResult } from '../../request/operation.ts';
import { refusalHeaders } from '../transport/answers.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import { GRAPHQL_TYPE, LEGACY_TYPE, type OfferedType, statusOf } from './response-status.ts';

/** What an answer to a read may differ by, besides its address and its body. */
const NEGOTIATED = ['Accept', 'Accept-Encoding', 'Authorization', 'Cookie'];

export interface ResultForm {
  readonly type: OfferedType;
  /** Whether its operation was asked by a name, under which another text may be registered. */
  readonly isNamed: boolean;
}

/** Makes the HTTP answer of a result. Those to a GET or a QUERY may be kept by whoever asked, and asked for again by their ETag. */
export function createResultAnswerer(
  headersHandedOn: readonly string[],
): (exchange: Exchange, result: AnyOperationResult, form: ResultForm) => Answer {
  const answerRead = createReadAnswerer(headersHandedOn);
  return (exchange, result, { type, isNamed }) => {
    const status = statusOf(result, type);
    const body = result.sealed?.body ?? Bytes.ofText(jsonTextOf(result));
    const headers: Record<string, string> = {
      ...headersOf(exchange, result),
      'content-type': CONTENT_TYPES[type],
    };
    if (exchange.method !== 'POST' && status === 200 && !result.errors) {
      const { sealed } = result;
      const etag = `"${sealed?.digest ?? bodyDigest(body)}-${type.length}"`;
      const cacheControl = isNamed ? heldShortly(sealed?.cacheControl) : sealed?.cacheControl;
      return answerRead(exchange, { headers, etag, cacheControl }, () => ({
        body,
        digest: digestOf(result),
      }));
    }
    Object.assign(headers, refusalHeaders(status, result.errors?.[0]?.extensions));
    if (status === 405) headers['allow'] = 'POST';
    return { status, headers, body, digest: digestOf(result) };
  };
}

const digestOf = ({ sealed }: AnyOperationResult): Answer['digest'] => sealed && (() => sealed.digest);

/** What an answer to a read says of itself. */
export interface ReadHead {
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing where no answer can be known again. */
  readonly etag: string | undefined;
  /** Nothing where its sources said nothing. */
  readonly cacheControl: string | undefined;
}

/** What a read is answered with. */
type Content = Pick<Answer, 'body' | 'stream' | 'digest'>;
export type AnswerRead = (exchange: Exchange, head: ReadHead, content: () => Content) => Answer;

/** Answers a read, or says that whoever asks has its answer already. That to a POST is kept by nobody, and known again by nothing. */
export function createReadAnswerer(headersHandedOn: readonly string[]): AnswerRead {
  const vary = [...new Set([...NEGOTIATED, ...headersHandedOn, INSTANT_HEADER])].join(', ');
  return (exchange, { headers: own, etag, cacheControl = UNSAID }, content) => {
    exchange.headers['vary'] = exchange.headers['vary'] ? `${exchange.headers['vary']}, ${vary}` : vary;
    if (exchange.method === 'POST')
      return { status: 200, headers: { ...own, 'cache-control': 'no-store' }, ...content() };
    const headers = { ...own, ...(etag !== undefined && { etag }), 'cache-control': cacheControl };
    const known = etag && findMatch(exchange.clientRequest.headers['if-none-match'], etag);
    if (known) return { status: 304, headers: { ...headers, etag: known } };
    return { status: 200, headers, ...content() };
  };
}

/** The instant that was read, and whether the answer was kept. */
export function headersOf(
  { clientRequest: { au } }: Exchange,
  { cacheStatus }: Pick<AnyOperationResult, 'cacheStatus'>,
): Record<string, string> {
  return {
    ...(au !== undefined && { [INSTANT_HEADER]: au }),
    ...(cacheStatus && { 'cache-status': CACHE_STATUSES[cacheStatus] }),
  };
}

/**
 * By RFC 9110, an ETag marked weak matches as well. What is had already is named as whoever asks does: by a weak one where it was
 * sent in a coding, whose bytes it does not vouch for.
 */
function findMatch(header: string | undefined, etag: string): string | undefined {
  const given = (header ?? '').split(',').map((candidate) => candidate.trim());
  return (
    given.find((candidate) => strip(candidate) === strip(etag)) ?? (given.includes('*') ? etag : undefined)
  );
}

const strip = (etag: string): string => etag.replace(/^W\//, '');

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

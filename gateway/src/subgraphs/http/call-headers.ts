import { DEADLINE_HEADER, IDENTITY_HEADER, INSTANT_HEADER, MEASURE_HEADER } from '@palier/calls/headers';
import { encodeIdentity } from '@palier/calls/identity';
import type { Identity } from '../../request/identity.ts';
import type { SubgraphRequest } from '../../request/subgraph-caller.ts';
import { credentialsOf } from './address-credentials.ts';
import { keepForwardable } from './forwarded-headers.ts';
import type { SignCall } from './sign-call.ts';

export interface CallHeadersOptions {
  /** Names of client headers handed on. */
  readonly forwardedHeaders: readonly string[];
  /** How calls are signed; when they are, they say on whose behalf they are made. */
  readonly sign?: SignCall | undefined;
}

const FIXED_HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
  // What is compressed is understood, and costs more than it saves between neighbours.
  'accept-encoding',
  'identity',
];

const NONE: Readonly<Record<string, string>> = {};

/** A proxy may put its own in their place, and no answer depends on them: they are not signed. */
const TRACE_HEADERS: ReadonlySet<string> = new Set(['traceparent', 'tracestate', 'baggage']);

/** Makes the headers of each call to one address, names and values in turn. */
export function createCallHeaders(
  url: string,
  { forwardedHeaders, sign }: CallHeadersOptions,
): (request: SubgraphRequest, body: string, leftMs: number) => readonly string[] {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const credentials = credentialsOf(url);
  const fixed = [...FIXED_HEADERS, ...credentials];
  // The address says who the gateway is: a client cannot say otherwise.
  const forwarded = keepForwardable(forwardedHeaders).filter((name) => !credentials.includes(name));
  return ({ clientRequest, headers: own = NONE }, body, leftMs) => {
    const unsigned: string[] = [];
    const headers = ['x-request-id', clientRequest.id];
    const add = (name: string, value: string): void =>
      void (TRACE_HEADERS.has(name) ? unsigned : headers).push(name, value);
    add(DEADLINE_HEADER, String(Math.ceil(leftMs)));
    if (clientRequest.measured) add(MEASURE_HEADER, '1');
    for (const name of Object.keys(own)) add(name, own[name]!);
    for (const name of forwarded) {
      const value = clientRequest.headers[name];
      if (value !== undefined && own[name] === undefined) add(name, value);
    }
    if (
      clientRequest.au !== undefined &&
      !forwarded.includes(INSTANT_HEADER) &&
      own[INSTANT_HEADER] === undefined
    )
      add(INSTANT_HEADER, clientRequest.au);
    if (!sign) return [...fixed, ...unsigned, ...headers];
    if (clientRequest.identity.key !== '') headers.push(IDENTITY_HEADER, encodeOnce(clientRequest.identity));
    return [...fixed, ...unsigned, ...headers, ...sign({ method: 'POST', path, headers, body })];
  };
}

const encoded = new WeakMap<Identity, string>();

function encodeOnce(identity: Identity): string {
  const known = encoded.get(identity);
  if (known !== undefined) return known;
  const text = encodeIdentity(identity);
  encoded.set(identity, text);
  return text;
}

import { createHash, createHmac, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parseCallKeys } from '@palier/calls/call-keys';
import { ANONYMOUS } from '@palier/calls/identity';
import type { SubgraphContext } from '@palier/runtime/context';
import { type ServedSubgraph, serveSubgraph } from '@palier/runtime/serve';
import { createCallVerifier, type CallVerification } from '@palier/runtime/verify-call';
import { parse } from 'graphql';
import { httpbis } from 'http-message-signatures';

/** A small level that says who asks, served as the three are. */
export const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { demandeur: String  chose: Chose }
  type Chose @key(fields: "code") { code: ID!  nom: String }`;

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(SDL),
    resolvers: {
      Query: {
        demandeur: (_: unknown, __: unknown, { identity }: SubgraphContext) =>
          identity.subject === undefined
            ? null
            : [
                identity.subject,
                identity.palier,
                identity.etablissement,
                [...identity.scopes].join('+'),
                [...identity.policies].join('+'),
              ].join(' '),
        chose: () => ({ code: '1', nom: 'une' }),
      },
    } as never,
  },
]);

const NO_VERSION = {
  current: () => undefined,
  refresh: () => Promise.resolve(undefined),
  doubt: () => undefined,
  onChange: () => () => undefined,
};

/** A key as `PALIER_CALL_KEYS` gives it. */
export const createKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

export function openLevel(
  keys: string | undefined,
  options: Omit<Partial<CallVerification>, 'keys'> = {},
): Promise<ServedSubgraph> {
  const subgraph = {
    name: 'essai',
    schema,
    createContext: (identity = ANONYMOUS) => ({ identity, loaders: new Map() }) as never,
    settle: () => Promise.resolve(),
    cacheControlOf: () => undefined,
    dataVersion: NO_VERSION,
  };
  const verifyCall =
    keys === undefined
      ? undefined
      : createCallVerifier('essai', { keys: parseCallKeys(keys, []), windowS: 60, ...options });
  return serveSubgraph(subgraph, { port: 0, host: '127.0.0.1', verifyCall });
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of the first error. */
  readonly code: string | undefined;
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | undefined;
}

/** A question that a level answers, not signed yet. */
export const question = (url: string, headers: Sent['headers'] = {}): Sent => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json', 'x-request-id': 'essai-0001', ...headers },
  body: '{"query":"{ demandeur chose { nom } }"}',
});

/** Sends just that, as no careful client would. */
export function send({ method, url, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, text, code: /"code":"(\w+)"/.exec(text)?.[1] }),
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

/** How a call is to be signed, where it is not as it should be. */
export interface Signing {
  readonly created?: Date;
  readonly nonce?: string;
  readonly keyid?: string;
  readonly alg?: string;
  readonly tag?: string;
  readonly fields?: readonly string[];
  readonly params?: readonly string[];
  readonly expires?: Date;
}

const PARAMS = ['created', 'nonce', 'keyid', 'alg', 'tag'];

/** Signs by the library, which knows nothing of how the gateway does it. */
export async function signByLibrary(
  { method, url, headers, body }: Sent,
  key: string,
  signing: Signing = {},
): Promise<Sent> {
  const [id = '', base64 = ''] = key.split(':');
  const secret = createSecretKey(Buffer.from(base64, 'base64'));
  const digest = createHash('sha256')
    .update(body ?? '')
    .digest('base64');
  const digested: Sent['headers'] =
    body === undefined ? headers : { 'content-digest': `sha-256=:${digest}:`, ...headers };
  const { params = PARAMS, fields, ...values } = signing;
  const signed = await httpbis.signMessage(
    {
      name: 'palier',
      key: { sign: (data) => Promise.resolve(createHmac('sha256', secret).update(data).digest()) },
      params: [...params],
      fields: fields
        ? [...fields]
        : ['@method', '@path', '@query', ...Object.keys(digested).filter((name) => name !== 'content-type')],
      paramValues: {
        created: new Date(),
        nonce: randomUUID(),
        keyid: id,
        alg: 'hmac-sha256',
        tag: 'essai',
        ...values,
      },
    },
    { method, url, headers: { ...digested } },
  );
  const lowered = Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { method, url, body, headers: Object.fromEntries(lowered) };
}

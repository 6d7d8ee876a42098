import type { Gateway, GatewayOptions } from '@palier/gateway';
import type { IdentitySettings, KeyPlace } from '@palier/gateway/identity/identity-settings';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { composeClaim, listClaims } from '../federation/claim.ts';
import { FreshSubgraphs } from '../federation/fresh-graph.ts';
import { AUDIENCE, ISSUER } from './issuer.ts';
import { logTo } from '@palier/gateway/testing/loggers';

/** A real gateway over HTTP, on subgraphs whose fields and types are protected in every way. */
export interface ProtectedGateway {
  readonly url: string;
  readonly gateway: Gateway;
  /** Every line of its log, as text. */
  readonly log: readonly string[];
  /** What the subgraphs were asked since the start. */
  readonly asked: readonly string[];
  /** Runs `look` at each call to a subgraph, before it. */
  onCall(look: () => void): void;
  ask(query: string, headers?: Readonly<Record<string, string>>, variables?: unknown): Promise<HttpAnswer>;
  /** The status and the body of `/health`. */
  health(): Promise<readonly [status: number, body: unknown]>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly (string | number)[];
      readonly extensions: { readonly code: string; readonly retryable?: boolean };
    }[];
  };
}

export const CLAIM = listClaims().find(({ name }) => name === 'protected-elements')!;

export const trust = (keys: KeyPlace, changes: Partial<IdentitySettings> = {}): IdentitySettings => ({
  keys,
  issuer: ISSUER,
  audience: AUDIENCE,
  algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  clockToleranceSeconds: 30,
  maxAgeSeconds: 86_400,
  maxBytes: 8_192,
  keysRefreshSeconds: 300,
  ...changes,
});

export async function openProtectedGateway(options: Partial<GatewayOptions>): Promise<ProtectedGateway> {
  const subgraphs = new FreshSubgraphs(CLAIM);
  await subgraphs.renew();
  const callers = subgraphs.callers();
  const asked: string[] = [];
  const log: string[] = [];
  let look = (): void => undefined;
  const gateway = await openGateway({
    supergraph: { sdl: composeClaim(CLAIM, (name) => `http://${name}.test`) },
    callers: ({ name }) => ({
      call: (request) => {
        asked.push(request.query);
        look();
        return callers.get(name)!.call(request);
      },
    }),
    logger: logTo(log),
    ...options,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  return {
    url,
    gateway,
    log,
    asked,
    onCall(next) {
      look = next;
    },
    ask: (...asking) => ask(url, ...asking),
    async health() {
      const response = await fetch(`${url}/health`);
      return [response.status, await response.json()];
    },
  };
}

/** One line of what is asked of it, and what it holds protected: refused without a good token. */
export const PROTECTED_QUERY = '{ users { name } }';

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
});

async function ask(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  variables?: unknown,
): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text) as HttpAnswer['body'],
  };
}

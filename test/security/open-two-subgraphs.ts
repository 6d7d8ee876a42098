import type { Gateway, GatewayOptions } from '@palier/gateway';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { composeTwoSubgraphs, createTwoCallers } from '@palier/gateway/testing/two-subgraphs';
import { logTo } from '@palier/gateway/testing/loggers';

export interface AttackedDoor {
  readonly gateway: Gateway;
  readonly url: string;
  /** What the gateway wrote in its log, a line an entry. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** A gateway over two small subgraphs, listening. */
export async function openDoor(options: Partial<GatewayOptions> = {}): Promise<AttackedDoor> {
  const logged: string[] = [];
  const gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    logger: logTo(logged),
    ...options,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  return { gateway, url, logged, close: () => gateway.stop() };
}

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Codes of its errors. */
  readonly codes: readonly string[];
  readonly data: unknown;
}

export async function toSaid(response: Response): Promise<Said> {
  const text = await response.text();
  const { status, headers } = response;
  if (!headers.get('content-type')?.includes('json'))
    return { status, headers, text, codes: [], data: undefined };
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return { status, headers, text, codes: errors.map(({ extensions }) => extensions.code), data };
}

/** Posts a GraphQL body. */
export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  return toSaid(response);
}

export async function get(
  url: string,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Said> {
  return toSaid(await fetch(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers }));
}

import { Pool } from 'undici';
import { Refusal } from './errors.ts';
import type {
  GraphQLResponseLike,
  SubgraphAddress,
  SubgraphCaller,
  SubgraphRequest,
} from './subgraph-caller.ts';

export interface HttpCallerOptions {
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly forwardedHeaders: readonly string[];
}

/** Reaches a subgraph by HTTP over a pool of connections of its own. */
export function createHttpCaller({ name, url }: SubgraphAddress, options: HttpCallerOptions): SubgraphCaller {
  if (!url || !URL.canParse(url)) return createUnreachableCaller(name);
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections: 128, headersTimeout: 0, bodyTimeout: 0 });
  return {
    call: (request) => post(pool, `${pathname}${search}`, request, options),
    close: () => pool.close(),
  };
}

const createUnreachableCaller = (name: string): SubgraphCaller => ({
  call: () =>
    Promise.reject(new Refusal('SERVICE_INDISPONIBLE', { cause: `No usable URL for subgraph ${name}` })),
});

async function post(
  pool: Pool,
  path: string,
  request: SubgraphRequest,
  options: HttpCallerOptions,
): Promise<GraphQLResponseLike> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const { statusCode, body } = await pool.request({
      path,
      method: 'POST',
      headers: headersOf(request, options.forwardedHeaders),
      body: JSON.stringify({
        query: request.query,
        variables: request.variables,
        ...(request.operationName && { operationName: request.operationName }),
      }),
      signal,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > options.maxAnswerBytes) throw new Refusal('REPONSE_TROP_GRANDE');
      chunks.push(chunk);
    }
    return parseAnswer(Buffer.concat(chunks).toString('utf8'), statusCode);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(signal.aborted ? 'DELAI_DEPASSE' : 'SERVICE_INDISPONIBLE', { cause: error });
  }
}

function headersOf({ clientRequest }: SubgraphRequest, forwarded: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-request-id': clientRequest.id,
  };
  for (const name of forwarded) {
    const value = clientRequest.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

function parseAnswer(text: string, status: number): GraphQLResponseLike {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new Refusal(status >= 500 ? 'SERVICE_INDISPONIBLE' : 'REPONSE_INVALIDE', { cause });
  }
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
    throw new Refusal('REPONSE_INVALIDE', { cause: `status ${status}` });
  }
  return answer as GraphQLResponseLike;
}

import { parseJson } from '@palier/calls/json/parse-json';

/** An operation, as GraphQL over HTTP carries it. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/** An answer of the gateway. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly extensions?: unknown;
}

const ENDPOINT = '/graphql';

/**
 * Sends an operation to the gateway that served this page.
 *
 * @throws {Error} in French, when nothing came back that is a GraphQL answer
 */
export async function askGraph(operation: Operation, headers: HeadersInit = {}): Promise<Answer> {
  const sent = new Headers(headers);
  if (!sent.has('accept')) sent.set('accept', 'application/graphql-response+json, application/json');
  sent.set('content-type', 'application/json');
  const response = await fetchHere(ENDPOINT, {
    method: 'POST',
    headers: sent,
    body: JSON.stringify(operation),
  });
  const answer = await readAnswer(response);
  if (isAnswer(answer)) return answer;
  throw new Error(`La passerelle a répondu ${response.status}, sans réponse GraphQL.`);
}

/** Asks the gateway that served this page. @throws {Error} in French, when it does not answer */
export async function fetchHere(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new Error('La passerelle ne répond pas. Est-elle encore en marche ?', { cause });
  }
}

/** To the digit; nothing where it is not JSON. */
async function readAnswer(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

/** What the gateway says in French of what it refuses, and what to do. */
export async function messageOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => undefined);
  const errors = isAnswer(answer) ? (answer.errors ?? []) : [];
  const said = (errors as readonly Said[])
    .flatMap(({ message, extensions }) => [message, extensions?.remede])
    .filter((text) => text !== undefined)
    .join(' ');
  return said === '' ? `La passerelle a répondu ${response.status}.` : said;
}

interface Said {
  readonly message?: string;
  readonly extensions?: { readonly remede?: string };
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);

import { setTimeout as sleep } from 'node:timers/promises';

/** Asks the composed graph; raises when it does not answer, and a `GraphRefusal` when it answers with errors. */
export type AskGraph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

const ANSWER_DEADLINE_MS = 30_000;
const START_DEADLINE_MS = 60_000;
const RETRY_EVERY_MS = 500;

/** Where the composed graph is asked over HTTP. */
export interface GraphAddress {
  readonly url: string;
  /** Sent as `Bearer`; without it, the graph is asked by nobody known. No message shows it. */
  readonly token: string | undefined;
}

interface GraphError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What the graph refuses, or could not answer entirely: one French line, and the errors as it told them. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly errors: readonly GraphError[];

  constructor(errors: readonly GraphError[]) {
    super([...new Set(errors.map(({ message }) => message))].join(' '));
    this.errors = errors;
  }
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
}

/** Asks the composed graph over HTTP; raises one French line when it does not answer, or not entirely. */
export function askGraphAt(graph: GraphAddress): AskGraph {
  return async (query, variables) => {
    const { data, errors } = await post(graph, JSON.stringify({ query, variables }));
    if (errors !== undefined) throw new GraphRefusal(errors);
    return data;
  };
}

/** Waits until the composed graph answers, for a minute at most: the gateway starts after the levels. */
export async function untilGraphAnswers(graph: AskGraph, isGivenUp: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + START_DEADLINE_MS;
  while (!isGivenUp()) {
    try {
      await graph('{ __typename }', {});
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(RETRY_EVERY_MS);
    }
  }
}

async function post({ url, token }: GraphAddress, body: string): Promise<GraphAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body,
    signal: AbortSignal.timeout(ANSWER_DEADLINE_MS),
  }).catch((cause: unknown) => {
    throw new Error(`Le graphe ne répond pas à ${url}. Vérifiez PALIER_GRAPHE.`, { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (isAnswer(answer)) return answer;
  throw new Error(
    `Ce qui répond à ${url} n’est pas le graphe (HTTP ${response.status}). Vérifiez PALIER_GRAPHE.`,
  );
}

function isAnswer(value: unknown): value is GraphAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

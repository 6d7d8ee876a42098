import { setTimeout as sleep } from 'node:timers/promises';

/** Asks the composed graph; raises when it does not answer, and a `GraphRefusal` when it answers with errors. */
export type AskGraph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

const ANSWER_DEADLINE_MS = 30_000;
const START_DEADLINE_MS = 60_000;
const RETRY_EVERY_MS = 500;

/** Where the composed graph is asked over HTTP. */
export interface GraphAddress {
  readonly url: string;
  /**
   * Sent as `Bearer`; without it, the graph is asked by nobody known. Read at each question, for a token is renewed while the level
   * runs; raises one French line, which does not show it.
   */
  readToken(): string | undefined;
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

/** What keeps this level from asking the graph, and whoever runs it alone can mend: one French line. */
export class GraphClosed extends Error {
  override readonly name = 'GraphClosed';
}

/** What the graph says of who asks it, which is this level, and what to do. */
const OF_THIS_LEVEL = new Map<unknown, string>(
  Object.entries({
    JETON_EXPIRE:
      'Le jeton de PALIER_GRAPHE_JETON est expiré : écrivez-en un autre dans ce fichier, il est relu à chaque question.',
    JETON_INVALIDE:
      'Le graphe n’accepte pas le jeton de PALIER_GRAPHE_JETON : écrivez-en un autre dans ce fichier, il est relu à chaque question.',
    AUTHENTIFICATION_REQUISE:
      'Le graphe veut savoir qui l’interroge : PALIER_GRAPHE_JETON nomme le fichier du jeton de ce palier.',
    ACCES_REFUSE: 'Le jeton de PALIER_GRAPHE_JETON ne donne pas accès à ce que ce palier demande au graphe.',
    OPERATION_NON_ENREGISTREE:
      'Le graphe ne répond qu’aux opérations enregistrées (PALIER_SAFELIST) : celle de ce palier ne l’est pas.',
    APPEL_REFUSE:
      'Un autre palier refuse les appels de la passerelle : comparez leurs clés (PALIER_CALL_KEYS) et leurs horloges.',
  }),
);

/** What is raised of the errors of an answer: what may pass by itself is not said to be of this level. */
export function toGraphFault(errors: readonly GraphError[]): GraphClosed | GraphRefusal {
  const [line] = errors.flatMap(({ extensions }) => OF_THIS_LEVEL.get(extensions?.['code']) ?? []);
  const isPassing = errors.some(({ extensions }) => extensions?.['retryable'] === true);
  return line === undefined || isPassing ? new GraphRefusal(errors) : new GraphClosed(line);
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
}

/**
 * Asks the composed graph over HTTP; raises one French line when it does not answer, or not entirely: `GraphClosed` when asking
 * again would change nothing as long as nobody mends this level.
 */
export function askGraphAt(graph: GraphAddress): AskGraph {
  return async (query, variables) => {
    const { data, errors } = await post(graph, JSON.stringify({ query, variables }));
    if (errors !== undefined) throw toGraphFault(errors);
    return data;
  };
}

/** Waits until the composed graph answers, for a minute at most: the gateway starts after the levels. What it refuses is raised at once. */
export async function untilGraphAnswers(graph: AskGraph, isGivenUp: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + START_DEADLINE_MS;
  while (!isGivenUp()) {
    try {
      await graph('{ __typename }', {});
      return;
    } catch (error) {
      if (error instanceof GraphClosed || performance.now() > giveUpAt) throw error;
      await sleep(RETRY_EVERY_MS);
    }
  }
}

async function post(graph: GraphAddress, body: string): Promise<GraphAnswer> {
  const { url } = graph;
  const token = readToken(graph);
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

function readToken(graph: GraphAddress): string | undefined {
  try {
    return graph.readToken();
  } catch (cause) {
    throw new GraphClosed((cause as Error).message, { cause });
  }
}

function isAnswer(value: unknown): value is GraphAnswer {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

import type { ClientRequest } from '../request/client-request.ts';
import type { AnswerFacts, SubgraphCaller } from '../request/subgraph-caller.ts';
import { cacheControlOf, parseFreshness, strictest } from '../base/cache-control.ts';

/** What an answer was made of: of each subgraph asked, what it said, or nothing when it said two things. */
export type Sources = ReadonlyMap<string, AnswerFacts | undefined>;

/** Notes what the subgraphs said of the answers they gave to each request. */
export interface AnswerSources {
  witness(caller: SubgraphCaller): SubgraphCaller;
  of(clientRequest: ClientRequest): Sources;
}

const NONE: Sources = new Map();

export function createAnswerSources(): AnswerSources {
  const noted = new WeakMap<ClientRequest, Map<string, AnswerFacts | undefined>>();
  const note = (clientRequest: ClientRequest, subgraph: string, facts: AnswerFacts | undefined): void => {
    let sources = noted.get(clientRequest);
    if (!sources) noted.set(clientRequest, (sources = new Map()));
    const before = sources.get(subgraph);
    const agrees = !sources.has(subgraph) || before?.version === facts?.version;
    sources.set(subgraph, agrees ? agree(before, facts) : undefined);
  };
  return {
    witness: (caller) => ({
      ...caller,
      async call(request) {
        // Whatever is thrown, something was asked of which nothing is known.
        let facts: AnswerFacts | undefined;
        try {
          const response = await caller.call(request);
          ({ facts } = response);
          return response;
        } finally {
          note(request.clientRequest, request.subgraph, facts);
        }
      },
    }),
    of: (clientRequest) => noted.get(clientRequest) ?? NONE,
  };
}

/** One source says how long each of its answers may be kept: the strictest holds for all. */
function agree(before: AnswerFacts | undefined, facts: AnswerFacts | undefined): AnswerFacts | undefined {
  if (!before || !facts) return facts;
  const [one = '', other = ''] = [before.cacheControl, facts.cacheControl];
  if (one === other) return facts;
  return { ...facts, cacheControl: cacheControlOf(strictest(parseFreshness(one), parseFreshness(other))) };
}

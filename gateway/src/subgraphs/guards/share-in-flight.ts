import { partitionOf } from '../../request/partition.ts';
import { CancelSignal, type ClientRequest, type Cancellation } from '../../request/client-request.ts';
import { cloneValue, type Data } from '@palier/federation/run/data/merge';
import { writeJson } from '@palier/calls/json/write-json';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../../request/subgraph-caller.ts';

interface Flight {
  readonly answer: Promise<GraphQLResponseLike>;
  readonly passengers: Passengers;
}

/**
 * Makes one call of identical reads that are under way at once for the same partition of clients. Nothing is kept once the answer is
 * there, a write is never shared, and no read is shared across a write or across a new version of the data.
 */
export function shareInFlight(caller: SubgraphCaller, headers: readonly string[]): SubgraphCaller {
  const flights = new Map<string, Flight>();
  let writes = 0;

  const write = async (request: SubgraphRequest): Promise<GraphQLResponseLike> => {
    writes += 1;
    try {
      return await caller.call(request);
    } finally {
      writes += 1;
    }
  };

  const take = (request: SubgraphRequest): Promise<GraphQLResponseLike> => {
    const key = keyOf(request, headers, [writes, caller.data?.current()]);
    let flight = flights.get(key);
    if (!flight || flight.passengers.aborted) {
      const started = depart(caller, request, () => {
        if (flights.get(key) === started) flights.delete(key);
      });
      flight = started;
      flights.set(key, started);
    }
    return flight.passengers.board(request.clientRequest.signal, flight.answer);
  };

  return {
    ...caller,
    call(request) {
      if (request.operationKind !== 'query') return write(request);
      // What is measured is what it alone took.
      return request.clientRequest.measured ? caller.call(request) : take(request);
    },
  };
}

/** A partition and JSON say where they end, and the text comes last. */
function keyOf(request: SubgraphRequest, headers: readonly string[], moment: readonly unknown[]): string {
  const { query, operationName, variablesText = writeJson(request.variables) } = request;
  const partition = partitionOf(request.clientRequest, headers);
  return `${partition}${JSON.stringify([...moment, operationName])}${variablesText}${query}`;
}

function depart(caller: SubgraphCaller, request: SubgraphRequest, arrived: () => void): Flight {
  const passengers = new Passengers();
  const clientRequest: ClientRequest = { ...request.clientRequest, signal: passengers };
  const { subgraph, query, operationName, operationKind, variables, variablesText, headers } = request;
  const shared: SubgraphRequest = {
    subgraph,
    query,
    operationName,
    operationKind,
    variables,
    ...(variablesText !== undefined && { variablesText }),
    clientRequest,
    headers,
  };
  return { answer: caller.call(shared).finally(arrived), passengers };
}

/** Those who wait for one call. It is given up once all of them are gone. */
class Passengers extends CancelSignal {
  #boarded = 0;
  #waiting = 0;

  async board(signal: Cancellation, answer: Promise<GraphQLResponseLike>): Promise<GraphQLResponseLike> {
    this.#boarded += 1;
    this.#waiting += 1;
    const leave = (): void => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.abort();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
    try {
      return this.#give(await answer);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Each writes into what it gets: all but a lone one get a copy. */
  #give(answer: GraphQLResponseLike): GraphQLResponseLike {
    if (this.#boarded === 1 || !answer.data) return answer;
    return { ...answer, data: cloneValue(answer.data) as Data };
  }
}

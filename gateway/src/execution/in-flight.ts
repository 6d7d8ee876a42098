import { cloneValue, type Data } from './merge.ts';
import type { SubgraphAnswer, SubgraphCall } from './subgraph-call.ts';

/**
 * Says on whose behalf a call is made: everything besides the operation that may change its answer (identity, language,
 * instant). Undefined when the call is not to be shared.
 */
export type Audience<Context> = (requestContext: Context) => string | undefined;

interface Flight {
  readonly answer: Promise<SubgraphAnswer>;
  takers: number;
}

/**
 * Makes one call of identical reads that are under way at the same time, whoever asked. Nothing is kept once the answer
 * is there. Writes are never shared.
 */
export function shareInFlight<Context>(
  call: SubgraphCall<Context>,
  audienceOf: Audience<Context>,
): SubgraphCall<Context> {
  const flights = new Map<string, Flight>();
  return (subgraph, operation, requestContext) => {
    const audience = operation.operationKind === 'query' ? audienceOf(requestContext) : undefined;
    if (audience === undefined) return call(subgraph, operation, requestContext);
    const { query, operationName, variablesText } = operation;
    const key = JSON.stringify([subgraph, audience, query, operationName, variablesText]);
    let flight = flights.get(key);
    if (!flight) {
      const answer = call(subgraph, operation, requestContext).finally(() => flights.delete(key));
      flight = { answer, takers: 0 };
      flights.set(key, flight);
    }
    flight.takers += 1;
    return take(flight);
  };
}

/** Each taker writes into what it gets: all but a lone one get a copy. */
async function take(flight: Flight): Promise<SubgraphAnswer> {
  const answer = await flight.answer;
  if (flight.takers === 1 || !answer.data) return answer;
  return { ...answer, data: cloneValue(answer.data) as Data };
}

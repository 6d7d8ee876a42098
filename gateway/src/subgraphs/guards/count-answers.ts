import type { SubgraphCaller } from '../../request/subgraph-caller.ts';

/** Characters that a value takes in an answer, about. */
const BYTES_A_VALUE = 32;

/** Counts what comes as text for the operation that asked for it; what comes otherwise was counted while it was made. */
export function countAnswers(caller: SubgraphCaller): SubgraphCaller {
  return {
    ...caller,
    async call(request) {
      const response = await caller.call(request);
      const { bytes } = response.facts ?? {};
      if (bytes !== undefined) request.clientRequest.work?.spend(Math.ceil(bytes / BYTES_A_VALUE));
      return response;
    },
  };
}

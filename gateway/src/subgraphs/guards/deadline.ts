import { Refusal } from '../../errors/errors.ts';
import type { SubgraphCaller } from '../../request/subgraph-caller.ts';
import { timeAllowed } from './time-allowed.ts';

/** Gives a caller that keeps no time of its own a deadline: its answer is not waited for any longer. */
export function withDeadline(caller: SubgraphCaller, timeoutMs: number): SubgraphCaller {
  return {
    ...caller,
    call: (request) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Refusal('DELAI_DEPASSE')), timeAllowed(timeoutMs, request));
        caller
          .call(request)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      }),
  };
}

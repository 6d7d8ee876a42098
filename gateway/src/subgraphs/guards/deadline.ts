import { Refusal } from '../../errors/errors.ts';
import type { SubgraphCaller } from '../../request/subgraph-caller.ts';

/** Gives a caller that keeps no time of its own a deadline: its answer is not waited for any longer. */
export function withDeadline(caller: SubgraphCaller, timeoutMs: number): SubgraphCaller {
  return {
    ...caller,
    call: (request) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Refusal('DELAI_DEPASSE')),
          timeoutMs * (request.clientRequest.patience ?? 1),
        );
        caller
          .call(request)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer));
      }),
  };
}

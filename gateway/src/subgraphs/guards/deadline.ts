import { Refusal } from '../../errors/errors.ts';
import { CancelSignal } from '../../request/client-request.ts';
import type { SubgraphCaller } from '../../request/subgraph-caller.ts';

/**
 * Gives a caller that keeps no time of its own a deadline: its answer is not waited for any longer, nor is that of a read whose
 * client is gone, and the caller is told.
 */
export function withDeadline(caller: SubgraphCaller, timeoutMs: number): SubgraphCaller {
  return {
    ...caller,
    call: (request) =>
      new Promise((resolve, reject) => {
        const { signal, patience = 1 } = request.clientRequest;
        const isRead = request.operationKind === 'query';
        if (isRead && signal.aborted) return reject(clientGone());
        const leftMs = timeoutMs * patience;
        const givenUp = new CancelSignal();
        const giveUp = (refusal: Refusal): void => {
          reject(refusal);
          givenUp.abort();
        };
        const timer = setTimeout(() => giveUp(new Refusal('DELAI_DEPASSE')), leftMs);
        const leave = (): void => giveUp(clientGone());
        if (isRead) signal.addEventListener('abort', leave);
        caller
          .call(request, { endsAt: performance.now() + leftMs, givenUp })
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(timer);
            signal.removeEventListener('abort', leave);
          });
      }),
  };
}

/** No failure of the level, and nobody hears of it: it has no cause to be told. */
const clientGone = (): Refusal => new Refusal('SERVICE_INDISPONIBLE');

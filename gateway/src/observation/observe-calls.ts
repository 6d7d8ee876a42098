import { Refusal } from '../errors.ts';
import type { SubgraphCaller } from '../subgraph-caller.ts';
import type { Observer } from './observer.ts';

/** Tells how long each call took and how it ended. */
export function observeCalls(caller: SubgraphCaller, observer: Required<Observer>): SubgraphCaller {
  return {
    async call(request) {
      const start = performance.now();
      let outcome = 'ok';
      try {
        return await caller.call(request);
      } catch (error) {
        outcome = error instanceof Refusal ? error.code : 'SERVICE_INDISPONIBLE';
        throw error;
      } finally {
        observer.called({ request, outcome, durationMs: performance.now() - start });
      }
    },
    close: async () => caller.close?.(),
  };
}

import { Refusal } from '../../errors/errors.ts';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../../request/subgraph-caller.ts';
import type { Observer } from '../../observation/observer.ts';

/** Tells when each call begins, how long it took and how it ended. */
export function observeCalls(caller: SubgraphCaller, observer: Observer): SubgraphCaller {
  if (!observer.calling && !observer.called) return caller;
  const end = (
    request: SubgraphRequest,
    startedAt: number,
    outcome: string,
    response?: GraphQLResponseLike,
  ): void =>
    observer.called?.({
      request,
      outcome,
      errors: response?.errors?.length ?? 0,
      facts: response?.facts,
      startedAt,
      durationMs: performance.now() - startedAt,
    });
  return {
    ...caller,
    async call(request) {
      const startedAt = performance.now();
      observer.calling?.(request);
      try {
        const response = await caller.call(request);
        end(request, startedAt, 'ok', response);
        return response;
      } catch (error) {
        end(request, startedAt, error instanceof Refusal ? error.code : 'SERVICE_INDISPONIBLE');
        throw error;
      }
    },
  };
}

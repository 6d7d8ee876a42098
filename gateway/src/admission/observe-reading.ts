import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationScope } from '../request/operation.ts';
import type { EndedReading, Observer } from '../observation/observer.ts';

/** Tells how long an operation took to be read and checked; one that is known is neither again. */
export const observeReading = (observer: Observer): ApolloServerPlugin<OperationScope> => ({
  requestDidStart({ contextValue: { clientRequest } }) {
    const time = (step: EndedReading['step']) => () => {
      const startedAt = performance.now();
      return Promise.resolve(() => {
        observer.read?.({ clientRequest, step, startedAt, durationMs: performance.now() - startedAt });
        return Promise.resolve();
      });
    };
    return Promise.resolve({ parsingDidStart: time('parse'), validationDidStart: time('validate') });
  },
});

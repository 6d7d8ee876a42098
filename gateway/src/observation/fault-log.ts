import type { Logger } from '../base/logger.ts';
import type { Observer } from './observer.ts';

/** What the operator must know though no client may: a breaker that opens, a plan that is not made. */
export const logFaults = (logger: Logger): Observer => ({
  breakerChanged({ subgraph, state, request }) {
    const fields = { requestId: request.clientRequest.id, service: subgraph };
    if (state === 'ouvert') logger.warn('Disjoncteur ouvert : ce service n’est plus appelé', fields);
    if (state === 'ferme') logger.info('Disjoncteur fermé : ce service est appelé de nouveau', fields);
  },
  planned({ clientRequest, origin, operationName, durationMs }) {
    if (origin !== 'REFUSED') return;
    logger.warn('Opération sans plan', {
      requestId: clientRequest.id,
      operation: operationName,
      durationMs: Math.round(durationMs),
    });
  },
});

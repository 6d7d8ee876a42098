import type { Logger } from '../logger.ts';
import type { Observer } from './observer.ts';

/** Who asked what, one line an answer. */
export const logRequests = (logger: Logger): Observer => ({
  answered: (request) => logger.info('Requête', { ...request, durationMs: Math.round(request.durationMs) }),
});

/** The answers that took too long, whatever else is logged. */
export const logSlowRequests = (logger: Logger, slowMs: number): Observer => ({
  answered(request) {
    if (request.durationMs < slowMs) return;
    logger.warn('Requête lente', { ...request, durationMs: Math.round(request.durationMs) });
  },
});

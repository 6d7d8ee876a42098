import type { Logger, LogFields } from '../base/logger.ts';
import type { AnsweredRequest, Observer } from './observer.ts';

/** Who asked what, one line an answer. */
export const logRequests = (logger: Logger): Observer => ({
  answered: (request) => logger.info('Requête', toFields(request)),
});

/** What every line about an answer says. */
export function toFields(request: AnsweredRequest): LogFields {
  const { requestId, method, path, status, bytes, code, operation, client, durationMs } = request;
  return {
    requestId,
    method,
    path,
    status,
    bytes,
    ...(code && { code }),
    ...(operation !== undefined && { operation }),
    client,
    durationMs: Math.round(durationMs),
  };
}

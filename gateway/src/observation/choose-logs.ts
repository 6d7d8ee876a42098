import type { Logger } from '../base/logger.ts';
import { logFaults } from './fault-log.ts';
import type { Observer } from './observer.ts';
import { logRequests } from './request-log.ts';
import { logSlowRequests } from './slow-log.ts';
import type { SeenRequests } from './seen-requests.ts';

/** What people ask to be told of requests. */
export interface LogSettings {
  /** Whether each request is logged. */
  readonly requestLog: boolean;
  /** From how many milliseconds a request is logged as slow. */
  readonly slowRequestMs: number | undefined;
}

/** Those that write in the log what the settings ask to be told. */
export function chooseLogs(
  { requestLog, slowRequestMs }: LogSettings,
  seenRequests: SeenRequests,
  logger: Logger,
): readonly Observer[] {
  return [
    logFaults(logger),
    ...(requestLog ? [logRequests(logger)] : []),
    ...(slowRequestMs === undefined ? [] : [logSlowRequests(logger, slowRequestMs, seenRequests)]),
  ];
}

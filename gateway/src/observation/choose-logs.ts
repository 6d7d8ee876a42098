import type { GatewaySettings } from '../environment.ts';
import type { Logger } from '../logger.ts';
import { logFaults } from './fault-log.ts';
import type { Observer } from './observer.ts';
import { logRequests } from './request-log.ts';
import { logSlowRequests } from './slow-log.ts';
import type { Trails } from './trails.ts';

/** Those that write in the log what the settings ask to be told. */
export function chooseLogs(
  { requestLog, slowRequestMs }: Pick<GatewaySettings, 'requestLog' | 'slowRequestMs'>,
  trails: Trails,
  logger: Logger,
): readonly Observer[] {
  return [
    logFaults(logger),
    ...(requestLog ? [logRequests(logger)] : []),
    ...(slowRequestMs === undefined ? [] : [logSlowRequests(logger, slowRequestMs, trails)]),
  ];
}

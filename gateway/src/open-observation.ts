import type { Logger } from './base/logger.ts';
import type { GatewaySettings } from './environment.ts';
import { type Audit, openAudit } from './observation/audit-log.ts';
import { chooseLogs } from './observation/choose-logs.ts';
import { createMetrics, type Metrics } from './observation/metrics/metrics.ts';
import { observeAll, type Observer } from './observation/observer.ts';
import { openTracing, type Tracing } from './observation/traces/open-tracing.ts';
import { createSeenRequests, type SeenRequests } from './observation/seen-requests.ts';

/** All that looks on while requests are answered. */
export interface Observation {
  /** Each of those below, and the logs. */
  readonly observer: Observer;
  readonly seenRequests: SeenRequests;
  readonly metrics: Metrics | undefined;
  readonly audit: Audit | undefined;
  readonly tracing: Tracing | undefined;
}

/** @throws {AuditFault} */
export async function openObservation(settings: GatewaySettings, logger: Logger): Promise<Observation> {
  const metrics = settings.metrics ? createMetrics() : undefined;
  const isSlowLogged = settings.slowRequestMs !== undefined;
  const seenRequests = createSeenRequests(({ measured }) => isSlowLogged || measured === true);
  const audit = await openAudit(settings.audit, logger);
  const tracing = settings.tracing && (await openTracing(settings.tracing, logger));
  const observer = observeAll([
    ...(metrics ? [metrics.observer] : []),
    ...chooseLogs(settings, seenRequests, logger),
    ...(audit ? [audit.observer] : []),
    ...(tracing ? [tracing.observer] : []),
    seenRequests,
  ]);
  return { observer, seenRequests, metrics, audit, tracing };
}

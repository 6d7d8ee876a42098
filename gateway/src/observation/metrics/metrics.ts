import { collectDefaultMetrics, Registry } from 'prom-client';
import { cacheMetrics } from './cache-metrics.ts';
import { callMetrics } from './call-metrics.ts';
import { operationMetrics } from './operation-metrics.ts';
import { planningMetrics } from './planning-metrics.ts';
import type { MetricsPart } from './register.ts';
import { reloadMetrics } from './reload-metrics.ts';
import { requestMetrics } from './request-metrics.ts';
import { observeAll, type Observer } from '../observer.ts';

export interface Metrics {
  readonly observer: Observer;
  /** The text Prometheus reads. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

const PARTS: readonly MetricsPart[] = [
  requestMetrics,
  operationMetrics,
  callMetrics,
  planningMetrics,
  reloadMetrics,
  cacheMetrics,
];

/** Figures of one gateway, in a registry of its own: two gateways of one process do not add up. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return {
    observer: observeAll(PARTS.map((part) => part(register))),
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}

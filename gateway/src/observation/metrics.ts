import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.ts';

export interface Metrics extends Observer {
  /** The text Prometheus reads. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of one gateway, in a registry of its own: two gateways of one process do not add up. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const answers = new Histogram({
    name: 'palier_gateway_request_seconds',
    help: 'Time to answer a request, by method and status.',
    labelNames: ['method', 'status'],
    buckets: SECONDS,
    registers,
  });
  const calls = new Histogram({
    name: 'palier_gateway_subgraph_call_seconds',
    help: 'Time of a call to a subgraph, retries included.',
    labelNames: ['subgraph'],
    buckets: SECONDS,
    registers,
  });
  const outcomes = new Counter({
    name: 'palier_gateway_subgraph_calls_total',
    help: 'Calls to a subgraph, by how they ended.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  return {
    answered: ({ method, status, durationMs }) =>
      answers.observe({ method: known(method), status }, durationMs / 1_000),
    called({ request: { subgraph }, outcome, durationMs }) {
      calls.observe({ subgraph }, durationMs / 1_000);
      outcomes.inc({ subgraph, outcome });
    },
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}

/** A label that clients could choose freely would let them fill the memory. */
const known = (method: string): string =>
  ['GET', 'POST', 'OPTIONS', 'HEAD'].includes(method) ? method : 'other';

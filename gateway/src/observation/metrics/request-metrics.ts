import { Gauge, Histogram } from 'prom-client';
import { createBoundedLabel, SECONDS, type MetricsPart } from './register.ts';

/** HTTP requests, whatever they ask. */
export const requestMetrics: MetricsPart = (register) => {
  const registers = [register];
  const answers = new Histogram({
    name: 'palier_gateway_request_seconds',
    help: 'Time to answer a request, by method and status.',
    labelNames: ['method', 'status'],
    buckets: SECONDS,
    registers,
  });
  const underWay = new Gauge({
    name: 'palier_gateway_requests_under_way',
    help: 'Requests received and not answered yet.',
    registers,
  });
  const method = createBoundedLabel(['GET', 'POST', 'QUERY', 'OPTIONS', 'HEAD'], 0);
  return {
    received: () => underWay.inc(),
    answered(request) {
      underWay.dec();
      answers.observe({ method: method(request.method), status: request.status }, request.durationMs / 1_000);
    },
  };
};

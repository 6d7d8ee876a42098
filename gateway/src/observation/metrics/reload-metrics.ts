import { Counter, Gauge } from 'prom-client';
import type { MetricsPart } from './register.ts';

/** The supergraph in service. */
export const reloadMetrics: MetricsPart = (register) => {
  const registers = [register];
  const reloads = new Counter({
    name: 'palier_gateway_reloads_total',
    help: 'Supergraphs read after the first: ok (put in service) or refuse (the former one stays).',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['ok', 'refuse']) reloads.inc({ outcome }, 0);
  const since = new Gauge({
    name: 'palier_gateway_supergraph_timestamp_seconds',
    help: 'When the supergraph in service was put there, in seconds since 1970.',
    registers,
  });
  since.setToCurrentTime();
  return {
    reloaded({ outcome }) {
      reloads.inc({ outcome });
      if (outcome === 'ok') since.setToCurrentTime();
    },
  };
};

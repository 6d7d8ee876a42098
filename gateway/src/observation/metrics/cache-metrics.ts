import { Counter, Gauge } from 'prom-client';
import { MEMORY } from '@palier/federation/memory/memory-budget';
import type { KeptAnswers } from '../observer.ts';
import type { MetricsPart } from './register.ts';

/** Answers kept, and given again. */
export const cacheMetrics: MetricsPart = (register) => {
  const registers = [register];
  const kept = new Set<KeptAnswers>();
  const answers = new Counter({
    name: 'palier_gateway_answers_total',
    help: 'Answers to reads, by how they came: hit (kept before), stored (made and kept), collapsed (made once for several), made.',
    labelNames: ['origin'],
    registers,
  });
  for (const origin of ['hit', 'stored', 'collapsed', 'made']) answers.inc({ origin }, 0);
  new Gauge({
    name: 'palier_gateway_kept_answers_bytes',
    help: 'Memory taken by the answers kept, in bytes.',
    registers,
    collect() {
      this.set([...kept].reduce((sum, { bytes }) => sum + bytes, 0));
    },
  });
  new Gauge({
    name: 'palier_gateway_kept_bytes',
    help: 'Memory taken by all that is kept from one request to the next, answers included, in bytes.',
    registers,
    collect() {
      this.set(MEMORY.bytes);
    },
  });
  new Gauge({
    name: 'palier_gateway_kept_bytes_limit',
    help: 'What that may be at most (PALIER_MEMORY_BYTES), in bytes.',
    registers,
    collect() {
      this.set(MEMORY.most);
    },
  });
  return {
    keeping: (store) => void kept.add(store),
    operated({ result }) {
      if (result.data !== undefined) answers.inc({ origin: result.cacheStatus ?? 'made' });
    },
  };
};

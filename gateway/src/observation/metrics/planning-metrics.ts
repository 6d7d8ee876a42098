import { Counter, Gauge, Histogram } from 'prom-client';
import type { PlanOrigin } from '@palier/federation/executor/plan-observer';
import { SECONDS, type MetricsPart } from './register.ts';

const ORIGINS: Readonly<Record<PlanOrigin, string>> = {
  MADE: 'fait',
  KNOWN: 'connu',
  REFUSED: 'refuse',
  KNOWN_REFUSAL: 'refus_connu',
};

/** The planner and its plans. */
export const planningMetrics: MetricsPart = (register) => {
  const registers = [register];
  const times = new Histogram({
    name: 'palier_gateway_planning_seconds',
    help: 'Time an operation waited for a plan that was not known, its turn included.',
    buckets: SECONDS,
    registers,
  });
  const plans = new Counter({
    name: 'palier_gateway_plans_total',
    help: 'Plans asked for: fait (made), connu (known), refuse (none in time, or impossible), refus_connu (the same, known).',
    labelNames: ['origin'],
    registers,
  });
  for (const origin of Object.values(ORIGINS)) plans.inc({ origin }, 0);
  const waiting = new Gauge({
    name: 'palier_gateway_plans_waiting',
    help: 'Operations that wait for their plan.',
    registers,
  });
  return {
    planning: () => waiting.inc(),
    planned({ origin, durationMs }) {
      plans.inc({ origin: ORIGINS[origin] });
      if (origin !== 'MADE' && origin !== 'REFUSED') return;
      waiting.dec();
      times.observe(durationMs / 1_000);
    },
  };
};

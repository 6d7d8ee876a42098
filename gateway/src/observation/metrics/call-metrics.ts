import { Counter, Gauge, Histogram } from 'prom-client';
import type { Reach } from '../observer.ts';
import { SECONDS, type MetricsPart } from './register.ts';

const BREAKER_STATES = ['ferme', 'essai', 'ouvert'] as const;

/** Calls to the subgraphs, and how these are reached. */
export const callMetrics: MetricsPart = (register) => {
  const registers = [register];
  const reached = new Set<Reach>();
  const calls = new Histogram({
    name: 'palier_gateway_subgraph_call_seconds',
    help: 'Time of a call to a subgraph, its waiting and its retry included.',
    labelNames: ['subgraph'],
    buckets: SECONDS,
    registers,
  });
  const outcomes = new Counter({
    name: 'palier_gateway_subgraph_calls_total',
    help: 'Calls to a subgraph, by how they ended: ok, or the code of the refusal.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  const retries = new Counter({
    name: 'palier_gateway_subgraph_retries_total',
    help: 'Calls to a subgraph that were made a second time.',
    labelNames: ['subgraph'],
    registers,
  });
  new Gauge({
    name: 'palier_gateway_subgraph_breaker',
    help: 'State of the breaker of a subgraph reached by HTTP: 1 for the state it is in, 0 for the others.',
    labelNames: ['subgraph', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { subgraph, breaker } of reached) {
        for (const state of BREAKER_STATES) this.set({ subgraph, state }, breaker() === state ? 1 : 0);
      }
    },
  });
  new Gauge({
    name: 'palier_gateway_subgraph_calls_now',
    help: 'Calls to a subgraph reached by HTTP: under way, or waiting for their turn.',
    labelNames: ['subgraph', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { subgraph, calls: count } of reached) {
        const { underWay, waiting } = count();
        this.inc({ subgraph, state: 'en_cours' }, underWay);
        this.inc({ subgraph, state: 'en_attente' }, waiting);
      }
    },
  });
  return {
    reached(reach) {
      reached.add(reach);
      retries.inc({ subgraph: reach.subgraph }, 0);
    },
    left: (reach) => void reached.delete(reach),
    retried: ({ subgraph }) => retries.inc({ subgraph }),
    called({ request: { subgraph }, outcome, durationMs }) {
      calls.observe({ subgraph }, durationMs / 1_000);
      outcomes.inc({ subgraph, outcome });
    },
  };
};

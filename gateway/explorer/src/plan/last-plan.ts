import { useSyncExternalStore } from 'react';
import { type QueryPlan, readPlan } from './query-plan.ts';

let lastPlan: QueryPlan | undefined;
const listeners = new Set<() => void>();

/** Keeps the plan of the latest answer, or forgets the former one. */
export function rememberPlan(extensions: unknown): void {
  lastPlan = readPlan(extensions);
  for (const listener of listeners) listener();
}

/** The plan of the latest answer, when it told one. */
export function useLastPlan(): QueryPlan | undefined {
  return useSyncExternalStore(listen, () => lastPlan);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

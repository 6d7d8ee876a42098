import { createStore } from '../base/store.ts';
import type { Asked } from './asked.ts';

/** An answer, and what was asked: the page shows it in other forms than its text. */
export interface Result extends Asked {
  /** Nothing where nothing was answered. */
  readonly data: unknown;
  readonly errors: readonly unknown[];
  /** How it was made, when it was asked to say it. */
  readonly extensions?: unknown;
}

/** The latest answer of each tab, by its identifier. */
export const RESULTS = createStore<ReadonlyMap<string, Result>>(new Map());
/** The latest run of each. */
const runs = new Map<string, object>();

/** A tab asks anew: what it was answered before is not what it asks. @returns where to hand the answer, which is kept unless the tab has asked again or is closed */
export function startRun(tab: string): (result: Result) => void {
  const run = {};
  runs.set(tab, run);
  keepResults((other) => other !== tab);
  return (result) => {
    if (runs.get(tab) === run) RESULTS.set(new Map([...RESULTS.get(), [tab, result]]));
  };
}

/** Forgets the tabs that are closed, and what is on its way to them. */
export function keepTabs(open: ReadonlySet<string>): void {
  for (const tab of runs.keys()) if (!open.has(tab)) runs.delete(tab);
  keepResults((tab) => open.has(tab));
}

/** Forgets what was asked with a token that is forgotten. */
export function forgetAnswersTo(authorization: string | undefined): void {
  keepResults((_tab, result) => result.authorization !== authorization);
}

function keepResults(isKept: (tab: string, result: Result) => boolean): void {
  const kept = [...RESULTS.get()].filter(([tab, result]) => isKept(tab, result));
  if (kept.length < RESULTS.get().size) RESULTS.set(new Map(kept));
}

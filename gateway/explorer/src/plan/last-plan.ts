import type { Answer } from '../base/ask-graph.ts';
import { createStore } from '../base/store.ts';
import { type QueryPlan, readPlan, readRefusal } from './query-plan.ts';

/** What the latest answer says of how it was made: its plan, or why it gives none. */
export interface ToldPlan {
  readonly plan: QueryPlan | undefined;
  readonly refusal: string | undefined;
}

export const LAST_PLAN = createStore<ToldPlan>({ plan: undefined, refusal: undefined });

/** Keeps what the latest answer says, or forgets the former one. */
export function rememberPlan(extensions: unknown): void {
  LAST_PLAN.set({ plan: readPlan(extensions), refusal: readRefusal(extensions) });
}

/** The answer without its plan, which the page shows by itself. */
export function withoutPlan({ extensions, ...rest }: Answer): Answer {
  if (typeof extensions !== 'object' || extensions === null) return rest;
  const others = Object.entries(extensions).filter(([name]) => name !== 'palier');
  return others.length === 0 ? rest : { ...rest, extensions: Object.fromEntries(others) };
}

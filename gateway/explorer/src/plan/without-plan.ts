import type { Answer } from '../base/ask-graph.ts';

/** The answer without its plan, which the page shows by itself. */
export function withoutPlan({ extensions, ...rest }: Answer): Answer {
  if (typeof extensions !== 'object' || extensions === null) return rest;
  const others = Object.entries(extensions).filter(([name]) => name !== 'palier');
  return others.length === 0 ? rest : { ...rest, extensions: Object.fromEntries(others) };
}

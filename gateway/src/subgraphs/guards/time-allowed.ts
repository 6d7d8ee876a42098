import type { SubgraphRequest } from '../../request/subgraph-caller.ts';

/** Values that a call may give in the time of any: several pages of a dashboard. */
const ORDINARY = 2_000;
/** What one takes in a text, more or less. */
const VALUE_CHARS = 128;

/**
 * How long a call may take. One that gives much, as a year of measures to write, has longer in proportion: its level is at work on
 * it, and no answer would leave its client without a word of what was written.
 */
export function timeAllowed(
  timeoutMs: number,
  request: Pick<SubgraphRequest, 'variables' | 'variablesText'>,
): number {
  return timeoutMs * Math.max(1, countGiven(request) / ORDINARY);
}

function countGiven(request: Pick<SubgraphRequest, 'variables' | 'variablesText'>): number {
  // The values may not have been made, where a text is enough.
  if (request.variablesText !== undefined) return request.variablesText.length / VALUE_CHARS;
  return Object.values(request.variables).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 1),
    0,
  );
}

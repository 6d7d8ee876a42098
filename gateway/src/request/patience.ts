/** Objects that an operation may give in the time of any. */
const ORDINARY = 2_000;
/** However many it gives. */
const MOST_TIMES = 20;

/**
 * How many times longer than another an operation may take. One that gives many objects, as a year of measures, has as much
 * more time: its level is at work on it, and no answer would leave its client without a word of what was written. No time is
 * given for what does not cost: objects under a variable that nothing reads buy none, and nobody has more time than share.
 */
export function patienceOf(
  variables: Readonly<Record<string, unknown>> | undefined,
  costOf: () => number,
): number {
  if (variables === undefined) return 1;
  const given = Object.values(variables).reduce<number>((sum, value) => sum + countObjects(value), 0);
  if (given <= ORDINARY) return 1;
  return Math.min(MOST_TIMES, Math.max(1, Math.min(given, costOf()) / ORDINARY));
}

const countObjects = (value: unknown): number =>
  Array.isArray(value) && typeof value[0] === 'object' ? value.length : 0;

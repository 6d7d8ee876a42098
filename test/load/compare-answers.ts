import { isDeepStrictEqual } from 'node:util';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Where two answers first differ, as `data.a.0.b: 1, not 2`; nothing when they are the same, the order of keys aside. */
export function findDifference(given: unknown, expected: unknown, path = 'answer'): string | undefined {
  if (isDeepStrictEqual(given, expected)) return undefined;
  if (isObject(given) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
      const difference = findDifference(given[key], expected[key], `${path}.${key}`);
      if (difference) return difference;
    }
  }
  return `${path}: ${say(given)}, not ${say(expected)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const say = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';

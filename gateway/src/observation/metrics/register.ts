import type { Registry } from 'prom-client';
import type { Observer } from '../observer.ts';

/** One concern's figures: puts them in the registry of its gateway, and looks on to fill them. */
export type MetricsPart = (register: Registry) => Observer;

/** Bounds of times, in seconds. */
export const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Longest label that others choose, in characters. */
const LONGEST = 250;

/** A label that others choose freely would let them fill the memory: past so many values, the next ones are one. */
export function createBoundedLabel(known: Iterable<string>, most: number): (value: string) => string {
  const values = new Set(known);
  const limit = values.size + most;
  return (value) => {
    if (values.has(value)) return value;
    if (values.size >= limit || value.length > LONGEST) return 'autre';
    values.add(value);
    return value;
  };
}

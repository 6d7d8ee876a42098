import { ExactNumber } from '@palier/calls/json/exact-number';
import type { MergeShape } from './merge-shape.ts';

export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);

/** No answer is that deep: what is below will not be answered. */
const DEEPEST = 1_000;

/** A copy that shares no object or list with its source. */
export function cloneValue(value: unknown, levels = DEEPEST): unknown {
  if (typeof value !== 'object' || value === null || levels === 0) return value;
  if (Array.isArray(value)) return value.map((item) => cloneValue(item, levels - 1));
  if (!isData(value)) return value;
  const copy: Data = {};
  for (const [key, inner] of Object.entries(value)) putOwn(copy, key, cloneValue(inner, levels - 1));
  return copy;
}

/** A key of a client's or of a level's JSON, whatever it is: by an assignment, this one would replace the prototype. */
function putOwn(target: Data, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Writes `source` over `target`, object into object and list into list of the same length. */
export function mergeDeep(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    putOwn(target, key, mergeValue(Object.hasOwn(target, key) ? target[key] : undefined, value));
  }
}

function mergeValue(current: unknown, value: unknown): unknown {
  if (isData(value) && isData(current)) {
    mergeDeep(current, value);
    return current;
  }
  if (Array.isArray(value) && Array.isArray(current) && value.length === current.length) {
    value.forEach((item, index) => {
      current[index] = isData(item) && isData(current[index]) ? mergeValue(current[index], item) : item;
    });
    return current;
  }
  return value;
}

/** `mergeDeep` for a source whose fields are known: it reads them by name and ignores whatever else was sent. */
export function mergeShaped(target: Data, source: Data, shape: MergeShape): void {
  for (const key of shape.leaves) {
    const value = source[key];
    if (value === undefined) continue;
    target[key] = typeof value === 'object' && value !== null ? mergeLeaf(target[key], value) : value;
  }
  for (const { key, shape: inner } of shape.composites) {
    const value = source[key];
    if (value !== undefined) target[key] = mergeComposite(target[key], value, inner);
  }
}

// A custom scalar may be an object that somebody else holds: it is never written into.
function mergeLeaf(current: unknown, value: unknown): unknown {
  return typeof current === 'object' && current !== null ? mergeValue(cloneValue(current), value) : value;
}

function mergeComposite(current: unknown, value: unknown, shape: MergeShape): unknown {
  if (current === undefined || current === null || value === null) return value;
  if (isData(value) && isData(current)) {
    mergeShaped(current, value, shape);
    return current;
  }
  if (Array.isArray(value) && Array.isArray(current) && value.length === current.length) {
    value.forEach((item, index) => {
      current[index] =
        isData(item) && isData(current[index]) ? mergeComposite(current[index], item, shape) : item;
    });
    return current;
  }
  return value;
}

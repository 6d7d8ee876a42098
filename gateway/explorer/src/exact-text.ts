import { holdsExact, isExact } from '@palier/calls/json/exact-number';

/** Newer than the types of this project. */
const { rawJSON } = JSON as { readonly rawJSON?: (text: string) => unknown };

/** A value that `JSON.stringify` writes to the digit; by a browser that cannot, as a text of its digits. */
export const toWritable = (value: unknown): unknown => (holdsExact(value) ? writable(value) : value);

function writable(value: unknown): unknown {
  if (isExact(value)) return rawJSON?.(value.toString()) ?? value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(writable);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, writable(inner)]));
}

import type { Terrain } from './terrain.ts';

/** The size up to which the promise on the loop holds, in bytes of query text. */
export const PROMISED_BYTES = 10_000;

export interface AttackRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: unknown;
  /** The variables as JSON text, where nobody but the gateway could write or read them as values. */
  readonly variablesText?: string;
}

/** One way to make a gateway work more than it should, written for a graph. */
export interface Attack {
  readonly name: string;
  write(terrain: Terrain): AttackRequest;
}

/** An attack that is only a text. */
export const attack = (name: string, write: (terrain: Terrain) => string): Attack => ({
  name,
  write: (terrain) => ({ query: write(terrain) }),
});

/** As many units as fit between `head` and `tail` in the promised size. */
export function fill(
  head: string,
  unit: (index: number) => string,
  tail: string,
  bytes = PROMISED_BYTES,
): string {
  const parts: string[] = [];
  let left = bytes - Buffer.byteLength(head) - Buffer.byteLength(tail);
  for (let index = 0; ; index += 1) {
    const part = unit(index);
    left -= Buffer.byteLength(part);
    if (left < 0) return head + parts.join('') + tail;
    parts.push(part);
  }
}

/** `open` n times, `inside`, then `close` n times, n being what fits in the promised size. */
export function nest(
  head: string,
  open: string,
  inside: string,
  close: string,
  tail: string,
  most = Infinity,
): string {
  const room = PROMISED_BYTES - head.length - inside.length - tail.length;
  const times = Math.min(most, Math.floor(room / (open.length + close.length)));
  return head + open.repeat(times) + inside + close.repeat(times) + tail;
}

/** `path` of fields opened one in another around `inside`. */
export const along = (path: readonly string[], inside: string): string =>
  path.reduceRight((inner, field) => `${field}{${inner}}`, inside);

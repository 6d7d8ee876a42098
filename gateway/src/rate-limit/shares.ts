import type { Grant } from '../request/client-request.ts';

/** How much of something a client may have: requests, or work. */
export interface RateLimit {
  /** Units a client may have at once after a rest. */
  readonly units: number;
  /** Time in which that many are granted again, in seconds. */
  readonly perSeconds: number;
}

/** Counts what each client has, wherever the counts are kept. */
export interface Shares {
  /** @param units 1 unless said; never more than a whole share, which is granted after a rest */
  take(client: string, units?: number): Grant | Promise<Grant>;
  /** Counts as many more, or less when negative, than what was taken: never refused, and owed where nothing is left. */
  settle(client: string, units: number): void;
}

/** One instant says all of a client: when the whole share will be there again. */
export interface Drops {
  /** Between two drops, in milliseconds. */
  readonly intervalMs: number;
  /** For an empty share to be whole, in milliseconds. */
  readonly wholeMs: number;
}

export const toDrops = ({ units, perSeconds }: RateLimit): Drops => ({
  intervalMs: (perSeconds * 1_000) / units,
  wholeMs: perSeconds * 1_000,
});

/**
 * A share is granted again drop by drop, so that a burst is allowed and a flood is not: in any span of `perSeconds`, at
 * most twice `units`; over a longer one, `units` each.
 *
 * @param wholeAt when the share will be whole, in milliseconds of any clock
 * @param now of the same clock
 * @param units how many drops are taken, at most those of a whole share
 */
export function takeDrop(
  wholeAt: number,
  now: number,
  drops: Drops,
  units = 1,
): { readonly grant: Grant; readonly wholeAt: number } {
  const from = Math.max(wholeAt, now);
  const next = from + drops.intervalMs * units;
  const retryMs = next - drops.wholeMs - now;
  const granted = retryMs <= SMALLEST_MS;
  return {
    grant: toGrant(granted, (granted ? next : from) - now, drops, units),
    wholeAt: granted ? next : from,
  };
}

/** Sums of fractions are not exact. */
const SMALLEST_MS = 0.001;

/** @param resetMs until the share is whole, what was asked counted if it was granted */
export function toGrant(granted: boolean, resetMs: number, { intervalMs, wholeMs }: Drops, units = 1): Grant {
  const left = wholeMs - resetMs;
  return {
    granted,
    resetMs,
    remaining: Math.max(0, Math.floor((left + SMALLEST_MS) / intervalMs)),
    retryMs: granted ? 0 : intervalMs * units - left,
  };
}

/** Whole seconds that are enough; sums of fractions are not exact. */
export const toSeconds = (ms: number): number => Math.ceil(Math.round(ms) / 1_000);

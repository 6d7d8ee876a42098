/** How much a client may ask. */
export interface RateLimit {
  /** Requests a client may send at once after a rest. */
  readonly requests: number;
  /** Time in which that many are granted again, in seconds. */
  readonly perSeconds: number;
}

/** What is left of a client's share once one request was counted, or refused. */
export interface Grant {
  readonly granted: boolean;
  /** Requests that would still be granted now. */
  readonly remaining: number;
  /** Until the whole share is there again, in milliseconds. */
  readonly resetMs: number;
  /** Until one more request is granted, in milliseconds; 0 when one is. */
  readonly retryMs: number;
}

/** Counts the requests of each client, wherever the counts are kept. */
export interface Shares {
  take(client: string): Grant | Promise<Grant>;
}

/** One instant says all of a client: when the whole share will be there again. */
export interface Drops {
  /** Between two drops, in milliseconds. */
  readonly intervalMs: number;
  /** For an empty share to be whole, in milliseconds. */
  readonly wholeMs: number;
}

export const toDrops = ({ requests, perSeconds }: RateLimit): Drops => ({
  intervalMs: (perSeconds * 1_000) / requests,
  wholeMs: perSeconds * 1_000,
});

/**
 * A share is granted again drop by drop, so that a burst is allowed and a flood is not: in any span of `perSeconds`, at
 * most twice `requests`; over a longer one, `requests` each.
 *
 * @param wholeAt when the share will be whole, in milliseconds of any clock
 * @param now of the same clock
 */
export function takeDrop(
  wholeAt: number,
  now: number,
  drops: Drops,
): { readonly grant: Grant; readonly wholeAt: number } {
  const from = Math.max(wholeAt, now);
  const next = from + drops.intervalMs;
  const retryMs = next - drops.wholeMs - now;
  const granted = retryMs <= SMALLEST_MS;
  return { grant: toGrant(granted, (granted ? next : from) - now, drops), wholeAt: granted ? next : from };
}

/** Sums of fractions are not exact. */
const SMALLEST_MS = 0.001;

/** @param resetMs until the share is whole, the request counted if it was granted */
export function toGrant(granted: boolean, resetMs: number, { intervalMs, wholeMs }: Drops): Grant {
  const left = wholeMs - resetMs;
  return {
    granted,
    resetMs,
    remaining: Math.max(0, Math.floor((left + SMALLEST_MS) / intervalMs)),
    retryMs: granted ? 0 : intervalMs - left,
  };
}

/** Remembers which signatures have served, for as long as each would be accepted. */
export interface SeenNonces {
  /**
   * @param created when the signature says it was made, in seconds
   * @param now in seconds
   */
  admit(nonce: string, created: number, now: number): 'NEW' | 'SEEN' | 'FULL';
}

/**
 * @param windowS how long before and after `created` a signature is accepted, in seconds
 * @param most how many are remembered: when all of them may still be replayed, no other is admitted
 */
export function createSeenNonces(windowS: number, most: number): SeenNonces {
  /** By the second of their making, so that they are forgotten a second at a time. */
  const bySecond = new Map<number, Set<string>>();
  let count = 0;
  let cleanedAt = 0;
  const forgetThePast = (now: number): void => {
    if (now === cleanedAt) return;
    cleanedAt = now;
    for (const [second, nonces] of bySecond) {
      if (second >= now - windowS) continue;
      bySecond.delete(second);
      count -= nonces.size;
    }
  };
  return {
    admit(nonce, created, now) {
      forgetThePast(now);
      const known = bySecond.get(created);
      if (known?.has(nonce)) return 'SEEN';
      if (count >= most) return 'FULL';
      count += 1;
      if (known) known.add(nonce);
      else bySecond.set(created, new Set([nonce]));
      return 'NEW';
    },
  };
}

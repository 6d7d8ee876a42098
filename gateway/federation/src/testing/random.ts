/** A seeded source of numbers in [0, 1): the same seed gives the same run on any machine. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number in [0, 1) that depends on the parts alone. */
export function chanceOf(...parts: readonly unknown[]): number {
  let hash = 2166136261;
  for (const char of JSON.stringify(parts)) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return createRandom(hash)();
}

export const pick = <T>(chance: number, items: readonly T[]): T => items[Math.floor(chance * items.length)]!;

import type { Generation } from './generation.ts';

/** A generation and the operations that run on it. */
export interface GenerationInUse {
  readonly generation: Generation;
  use<Result>(work: (generation: Generation) => Promise<Result>): Promise<Result>;
  /** Stops it once the last operation that began on it has ended. Takes no new one. */
  retire(): Promise<void>;
}

export function createGenerationInUse(generation: Generation): GenerationInUse {
  let running = 0;
  let onIdle: (() => void) | undefined;
  return {
    generation,
    async use(work) {
      running += 1;
      try {
        return await work(generation);
      } finally {
        running -= 1;
        if (running === 0) onIdle?.();
      }
    },
    async retire() {
      if (running > 0) await new Promise<void>((resolve) => (onIdle = resolve));
      await generation.stop();
    },
  };
}

/** Lets a given number of calls through at a time; the others wait in order, up to a limit. */
export interface Turnstile {
  /** Resolves when the call may start; nothing when too many wait already. */
  enter(): Promise<void> | undefined;
  leave(): void;
}

export function createTurnstile(atOnce: number, waiting: number): Turnstile {
  const queue: (() => void)[] = [];
  let inside = 0;
  return {
    enter() {
      if (inside < atOnce) {
        inside += 1;
        return Promise.resolve();
      }
      if (queue.length >= waiting) return undefined;
      return new Promise((resolve) => queue.push(resolve));
    },
    leave() {
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    },
  };
}

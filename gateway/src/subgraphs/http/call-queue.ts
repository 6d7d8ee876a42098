/** Lets a given number of calls through at a time; the others wait in order, up to a limit. */
export interface CallQueue {
  /** Whether the call may start at once, may start when the promise resolves, or may not, too many waiting already. */
  enter(): 'OPEN' | Promise<void> | 'FULL';
  leave(): void;
  readonly inside: number;
  readonly waiting: number;
}

export function createCallQueue(atOnce: number, mostWaiting: number): CallQueue {
  const queue: (() => void)[] = [];
  let inside = 0;
  return {
    get inside() {
      return inside;
    },
    get waiting() {
      return queue.length;
    },
    enter() {
      if (inside < atOnce) {
        inside += 1;
        return 'OPEN';
      }
      if (queue.length >= mostWaiting) return 'FULL';
      return new Promise((resolve) => queue.push(resolve));
    },
    leave() {
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    },
  };
}

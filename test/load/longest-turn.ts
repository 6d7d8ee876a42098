import { existsSync, readFileSync } from 'node:fs';

const SCHEDULED = `/proc/${process.pid}/task/${process.pid}/schedstat`;

/**
 * The longest turn of the loop while `work` is under way, in milliseconds of this thread's own CPU where the system
 * tells it: what other processes and other threads do meanwhile does not count. Elsewhere by the clock.
 */
export async function measureLongestTurn(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = now();
  let isOver = false;
  const look = (): void => {
    const turn = now();
    longest = Math.max(longest, turn - last);
    last = turn;
  };
  const watch = (): void => {
    if (isOver) return;
    look();
    setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  isOver = true;
  // The turn in which the work ended.
  look();
  return longest;
}

function now(): number {
  if (!existsSync(SCHEDULED)) return performance.now();
  return Number(readFileSync(SCHEDULED, 'utf8').split(' ', 1)[0]) / 1e6;
}

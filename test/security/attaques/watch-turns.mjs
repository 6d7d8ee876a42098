import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a gateway (plain JavaScript: its threads load it too, and do nothing with it): told « mesurer » by the
 * process that started it, it watches the turns of the loop; told « dire », it says what the longest one was.
 * A turn is counted in CPU of this thread, by the system's own count where there is one: what other processes do
 * meanwhile does not count. The clock's figure, which they do swell, is given beside.
 */
const SCHEDULED = `/proc/${process.pid}/task/${process.pid}/schedstat`;
const PERIOD_MS = 1;

function cpuOfThread() {
  try {
    return Number(readFileSync(SCHEDULED, 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

if (isMainThread && process.send) {
  let since = { turn: 0, clock: 0, cpu: process.cpuUsage() };
  let last = { cpu: cpuOfThread(), clock: performance.now() };
  const look = () => {
    const seen = { cpu: cpuOfThread(), clock: performance.now() };
    since.turn = Math.max(since.turn, seen.cpu - last.cpu);
    since.clock = Math.max(since.clock, seen.clock - last.clock - PERIOD_MS);
    last = seen;
  };
  setInterval(look, PERIOD_MS).unref();
  process.on('message', (asked) => {
    look();
    if (asked === 'mesurer') {
      since = { turn: 0, clock: 0, cpu: process.cpuUsage() };
      process.send({ kind: 'pret' });
      return;
    }
    const { user, system } = process.cpuUsage(since.cpu);
    process.send({
      kind: 'mesure',
      longestTurnMs: since.turn,
      longestDelayMs: since.clock,
      cpuMs: (user + system) / 1_000,
      memoryMiB: process.memoryUsage.rss() / 1_048_576,
    });
  });
}

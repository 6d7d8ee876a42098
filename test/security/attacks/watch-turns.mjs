import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a gateway (plain JavaScript: its threads load it too, and do nothing with it): told « mesurer » by the
 * process that started it, it watches the turns of the loop; told « dire », it says what the longest one was; told
 * « peser », what its heap and buffers hold once garbage is collected; « comble », the most memory it has had at once.
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

let mostSeen = 0;

/** Resident, in MiB: by the system, which sees every instant; elsewhere the most that was seen when asked. */
function mostMemory() {
  mostSeen = Math.max(mostSeen, process.memoryUsage.rss());
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024;
  } catch {
    return mostSeen / 1_048_576;
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
    if (asked === 'comble') {
      process.send({ kind: 'comble', memoryMiB: mostMemory() });
      return;
    }
    if (asked === 'peser') {
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      process.send({ kind: 'poids', bytes: heapUsed + external });
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

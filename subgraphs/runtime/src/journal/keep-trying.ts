import { log } from '../base/log.ts';

/** What is said in the log when the work goes on failing, and when it is done again. */
export interface Said {
  readonly failing: (reason: string) => string;
  readonly recovered: string;
}

interface Trying {
  /** Has it done: at once, or with what comes meanwhile when it is under way. */
  ask(): void;
  /** What is under way ends by itself, and nothing more of it is said. */
  stop(): void;
}

const RETRY_MS = 5_000;
/** A program that starts fails for that long, and nothing is said of it. */
const QUIET_MS = 10_000;

/**
 * Work that nothing waits for, done one time at a time, each time that it is asked: those that come meanwhile are one. What fails is
 * tried again, however often it is asked, and is said once.
 */
export function keepTrying(work: () => Promise<void>, { failing, recovered }: Said): Trying {
  let isWanted = false;
  let isWorking = false;
  let isStopped = false;
  let failingSince: number | undefined;
  let isSaid = false;
  let retry: NodeJS.Timeout | undefined;
  const follow = async (): Promise<void> => {
    isWanted = true;
    // What is asked while it is away is done with the rest, when it is tried again.
    if (isStopped || isWorking || retry !== undefined) return;
    isWorking = true;
    try {
      while (isWanted && !isStopped) {
        isWanted = false;
        await work();
      }
      if (isSaid) log('info', recovered);
      failingSince = undefined;
      isSaid = false;
    } catch (error) {
      // What fails then is the database that was closed.
      if (isStopped) return;
      failingSince ??= performance.now();
      if (!isSaid && performance.now() - failingSince >= QUIET_MS) {
        isSaid = true;
        log('warn', failing((error as Error).message));
      }
      retry = setTimeout(() => {
        retry = undefined;
        void follow();
      }, RETRY_MS).unref();
    } finally {
      isWorking = false;
    }
  };
  return {
    ask: () => void follow(),
    stop: () => {
      isStopped = true;
      clearTimeout(retry);
    },
  };
}

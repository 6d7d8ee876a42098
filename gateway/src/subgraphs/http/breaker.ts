import type { BreakerState } from '../../observation/observer.ts';
/** Stops asking a subgraph that mostly fails to answer, and tries it again now and then. */
export interface Breaker {
  /** Whether a call may be made now. When it says yes while open, that call is the one probe. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** It answered, though the call came to nothing: it is well, and whoever asked has only that call to blame. */
  answered(): void;
  /** The call ended before anything was known of it: when it was the probe, another may be made at once. */
  abandoned(): void;
  readonly state: BreakerState;
}

export interface BreakerOptions {
  /** Calls within the window before their failures mean anything. */
  readonly minimumCalls: number;
  readonly failureShare: number;
  readonly windowMs: number;
  /** How long it stays open before a probe. */
  readonly openMs: number;
  readonly now?: () => number;
}

export const DEFAULT_BREAKER: BreakerOptions = {
  minimumCalls: 20,
  failureShare: 0.5,
  windowMs: 10_000,
  openMs: 2_000,
};

export function createBreaker(options: BreakerOptions): Breaker {
  // Not the clock of the machine: set back by an hour, it would keep a breaker open for as long.
  const now = options.now ?? (() => performance.now());
  let state: BreakerState = 'ferme';
  let since = now();
  let calls = 0;
  let failures = 0;
  const enter = (next: BreakerState): void => {
    state = next;
    since = now();
    calls = 0;
    failures = 0;
  };
  const count = (): void => {
    if (now() - since > options.windowMs) enter('ferme');
    calls += 1;
  };
  return {
    get state() {
      return state;
    },
    allows() {
      if (state === 'ferme') return true;
      // A probe whose outcome never came must not hold the breaker open for ever: the next one is due.
      if (now() - since < options.openMs) return false;
      enter('essai');
      return true;
    },
    succeeded() {
      if (state === 'ferme') count();
      else enter('ferme');
    },
    answered() {
      if (state !== 'ferme') enter('ferme');
    },
    abandoned() {
      if (state !== 'essai') return;
      enter('ouvert');
      since -= options.openMs;
    },
    failed() {
      if (state !== 'ferme') {
        enter('ouvert');
        return;
      }
      count();
      failures += 1;
      if (calls >= options.minimumCalls && failures / calls >= options.failureShare) enter('ouvert');
    },
  };
}

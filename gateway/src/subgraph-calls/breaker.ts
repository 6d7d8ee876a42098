/** Stops asking a subgraph that mostly fails, and tries it again now and then. */
export interface Breaker {
  /** Whether a call may be made now. When it says yes while open, that call is the one probe. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  readonly state: BreakerState;
}

export type BreakerState = 'ferme' | 'ouvert' | 'essai';

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
  const now = options.now ?? Date.now;
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

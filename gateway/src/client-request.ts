import type { Identity } from './identity/identity.ts';

/**
 * One request of one client, the same object from its arrival to its answer. Whatever must live exactly as long as
 * the request (loaders, the identity of the caller, its share of a budget) hangs on it, in a WeakMap.
 */
export interface ClientRequest {
  readonly id: string;
  /** Anonymous until a token was verified. */
  identity: Identity;
  /** Lower-cased names, one value a name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether what answers it tells what that took (SQL statements, rows): its plan was asked, and may be given. */
  measured?: boolean;
  /** Aborted when the client is gone or the gateway must stop. */
  readonly signal: Departure;
}

/** What is needed of an `AbortSignal`, which fits; most requests end well, and a real one costs more than they do. */
export interface Departure {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A departure that whoever sees the client go can tell. */
export class ClientDeparture implements Departure {
  readonly #listeners = new Set<() => void>();
  #gone = false;

  get aborted(): boolean {
    return this.#gone;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    this.#gone = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}

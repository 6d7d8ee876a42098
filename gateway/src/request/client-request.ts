import type { Identity } from './identity.ts';
import type { Work } from '@palier/federation/work/work';

/**
 * One request of one client, the same object from its arrival to its answer. Whatever must live exactly as long as
 * the request (loaders, the identity of the caller, its share of a budget) hangs on it, in a WeakMap.
 */
export interface ClientRequest {
  readonly id: string;
  /** Anonymous until a token was verified. */
  identity: Identity;
  /** Lower-cased names, one value a name. */
  headers: Readonly<Record<string, string>>;
  /** The past instant that it reads, ISO 8601 in UTC; nothing for now. Its header says the same. */
  au?: string | undefined;
  /** Whether what answers it tells what that took (SQL statements, rows): its plan was asked, and may be given. */
  measured?: boolean;
  /** What its operation was estimated to cost, and the most it may, where its plan was asked. */
  weight?: Weight;
  /** How many times longer than others what is done for its operation may take; 1 unless it gives much. */
  patience?: number;
  /** What is done for its operation, while one runs. */
  work?: Work | undefined;
  /** Whoever the work of its operation is counted to, where that is limited. */
  share?: WorkShare;
  /** Aborted when the client is gone or the gateway must stop. */
  readonly signal: Cancellation;
}

export interface Weight {
  readonly cost: number;
  /** Nothing where cost is not limited, for anybody or for this operation. */
  readonly limit: number | undefined;
}

/** A client's share of work, and what was left of it when its operation was counted. */
interface WorkShare {
  readonly client: string;
  left: Grant | undefined;
}

/** What is left of a client's share once something was counted, or refused. */
export interface Grant {
  readonly granted: boolean;
  /** Units that would still be granted now. */
  readonly remaining: number;
  /** Until the whole share is there again, in milliseconds. */
  readonly resetMs: number;
  /** Until what was refused would be granted, in milliseconds; 0 when it was. */
  readonly retryMs: number;
}

/** What is needed of an `AbortSignal`, which fits; most requests end well, and a real one costs more than they do. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A cancellation that whoever sees the client go can tell. */
export class CancelSignal implements Cancellation {
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

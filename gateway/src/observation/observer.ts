import type { SubgraphRequest } from '../subgraph-caller.ts';

/** One request that was answered. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** The name or the registered identifier of the operation, when it gave one. */
  readonly operation: string | undefined;
  readonly client: string;
}

/** One call to one subgraph, ended. */
export interface EndedCall {
  readonly request: SubgraphRequest;
  /** `ok`, or the code of the refusal that ended it. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** Looks on, never acts: what it throws is its own affair, so it must not. */
export interface Observer {
  answered?(request: AnsweredRequest): void;
  called?(call: EndedCall): void;
}

/** Nothing when nobody looks on: then nothing is measured either. */
export function observeAll(observers: readonly Observer[]): Required<Observer> | undefined {
  if (observers.length === 0) return undefined;
  const answered = observers.filter((observer) => observer.answered);
  const called = observers.filter((observer) => observer.called);
  return {
    answered: (request) => answered.forEach((observer) => observer.answered?.(request)),
    called: (call) => called.forEach((observer) => observer.called?.(call)),
  };
}

import type { QueryPlan } from '@apollo/query-planner';
import type { ClientRequest } from '../client-request.ts';
import type { ErrorCode } from '../errors.ts';
import type { AnyOperationResult, KnownOperation, OperationKind } from '../operation/operation.ts';
import type { AnswerFacts, SubgraphRequest } from '../subgraph-caller.ts';
import type { BreakerState } from '../subgraph-calls/breaker.ts';

/** When something began, in milliseconds of `performance.now()`, and how long it took. */
export interface Span {
  readonly startedAt: number;
  readonly durationMs: number;
}

/** One HTTP request that arrived. */
export interface ReceivedRequest {
  readonly clientRequest: ClientRequest;
  readonly method: string;
  readonly path: string;
}

/** One HTTP request that was answered. */
export interface AnsweredRequest extends ReceivedRequest, Span {
  readonly requestId: string;
  readonly status: number;
  /** Size of the answer's body. */
  readonly bytes: number;
  /** The code of the refusal that ended it before it was an operation. */
  readonly code: ErrorCode | undefined;
  /** The name or the registered identifier of the operation, when it gave one. */
  readonly operation: string | undefined;
  readonly client: string;
}

/** One operation that ended, whatever way it was asked. */
export interface EndedOperation extends Span {
  readonly clientRequest: ClientRequest;
  /** Nothing when its text was not found. */
  readonly operation: KnownOperation | undefined;
  /** Nothing when the engine found it unfit, or never saw it. */
  readonly kind: OperationKind | undefined;
  readonly result: AnyOperationResult;
}

/** An operation that was read or checked for the first time. */
export interface EndedReading extends Span {
  readonly clientRequest: ClientRequest;
  readonly step: 'parse' | 'validate';
}

/** An operation that got its plan, or did not. */
export interface EndedPlanning extends Span {
  readonly clientRequest: ClientRequest;
  readonly kind: OperationKind;
  readonly operationName: string | undefined;
  /** Whether the plan was made for it, or known from before; or it was refused, at once when that was known from before. */
  readonly origin: PlanOrigin;
  /** Nothing when it could not be made. */
  readonly plan: QueryPlan | undefined;
  /** The names that the client knows, for a path of the plan. */
  readonly toClientPath: (path: readonly (string | number)[]) => readonly (string | number)[];
}

export type PlanOrigin = 'FAIT' | 'CONNU' | 'REFUSE' | 'REFUS_CONNU';

/** One call to one subgraph, ended. */
export interface EndedCall extends Span {
  readonly request: SubgraphRequest;
  /** `ok`, or the code of the refusal that ended it. */
  readonly outcome: string;
  /** Errors in its answer. */
  readonly errors: number;
  readonly facts: AnswerFacts | undefined;
}

/** A subgraph that is now reached, and how the calls to it stand. */
export interface Reach {
  readonly subgraph: string;
  breaker(): BreakerState;
  calls(): { readonly underWay: number; readonly waiting: number };
}

export interface BreakerChange {
  readonly subgraph: string;
  readonly state: BreakerState;
  /** The call that changed it. */
  readonly request: SubgraphRequest;
}

/** A supergraph that was read again. */
export interface EndedReload {
  readonly outcome: 'ok' | 'refuse';
}

/** Where answers are kept. */
export interface KeptAnswers {
  /** Memory they take. */
  readonly bytes: number;
}

/** Looks on, never acts: what it throws is its own affair, so it must not. */
export interface Observer {
  received?(request: ReceivedRequest): void;
  answered?(request: AnsweredRequest): void;
  /** An operation begins; in the process, without HTTP, nothing was received before. */
  operating?(clientRequest: ClientRequest): void;
  operated?(operation: EndedOperation): void;
  read?(reading: EndedReading): void;
  /** An operation begins to wait for a plan that is not known. */
  planning?(clientRequest: ClientRequest): void;
  planned?(planning: EndedPlanning): void;
  /** A call begins. Its `headers` may be given what tells the subgraph that it is looked on. */
  calling?(request: SubgraphRequest): void;
  called?(call: EndedCall): void;
  /** A call is made a second time. */
  retried?(request: SubgraphRequest): void;
  breakerChanged?(change: BreakerChange): void;
  reached?(reach: Reach): void;
  /** It is no longer reached that way. */
  left?(reach: Reach): void;
  reloaded?(reload: EndedReload): void;
  /** Answers will be kept there. */
  keeping?(answers: KeptAnswers): void;
}

const EVENTS = [
  'received',
  'answered',
  'operating',
  'operated',
  'read',
  'planning',
  'planned',
  'calling',
  'called',
  'retried',
  'breakerChanged',
  'reached',
  'left',
  'reloaded',
  'keeping',
] as const satisfies readonly (keyof Observer)[];

/** All of them as one, which has only what some of them look at: what nobody looks at is not measured. */
export function observeAll(observers: readonly Observer[]): Observer {
  const told = EVENTS.flatMap((event) => {
    const listeners = observers.filter((observer) => observer[event]);
    if (listeners.length === 0) return [];
    const tell = (fact: never): void => {
      for (const listener of listeners) listener[event]?.(fact);
    };
    return [[event, tell] as const];
  });
  return Object.fromEntries(told) as Observer;
}

import type * as engine from '@palier/federation/executor/plan-observer';
import type { ClientRequest } from '../request/client-request.ts';
import type { ErrorCode } from '../errors/errors.ts';
import type { AnyOperationResult, KnownOperation, OperationKind } from '../request/operation.ts';
import type { AnswerFacts, SubgraphRequest } from '../request/subgraph-caller.ts';

/** One HTTP request that arrived. */
interface ReceivedRequest {
  readonly clientRequest: ClientRequest;
  readonly method: string;
  readonly path: string;
}

/** One HTTP request that was answered. */
export interface AnsweredRequest extends ReceivedRequest, engine.Span {
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
export interface EndedOperation extends engine.Span {
  readonly clientRequest: ClientRequest;
  /** Nothing when its text was not found. */
  readonly operation: KnownOperation | undefined;
  /** Nothing when the engine found it unfit, or never saw it. */
  readonly kind: OperationKind | undefined;
  readonly result: AnyOperationResult;
}

/** An operation that was read or checked for the first time. */
export interface EndedReading extends engine.Span {
  readonly clientRequest: ClientRequest;
  readonly step: 'parse' | 'validate';
}

/** An operation that got its plan, or did not. */
export type EndedPlanning = engine.EndedPlanning<ClientRequest>;

/** One call to one subgraph, ended. */
export interface EndedCall extends engine.Span {
  readonly request: SubgraphRequest;
  /** `ok`, or the code of the refusal that ended it. */
  readonly outcome: string;
  /** Errors in its answer. */
  readonly errors: number;
  readonly facts: AnswerFacts | undefined;
}

export type BreakerState = 'ferme' | 'ouvert' | 'essai';

/** A subgraph that is now reached, and how the calls to it stand. */
export interface Reach {
  readonly subgraph: string;
  breaker(): BreakerState;
  calls(): { readonly underWay: number; readonly waiting: number };
}

interface BreakerChange {
  readonly subgraph: string;
  readonly state: BreakerState;
  /** The call that changed it. */
  readonly request: SubgraphRequest;
}

/** A supergraph that was read again. */
interface EndedReload {
  readonly outcome: 'ok' | 'refuse';
}

/** Where answers are kept. */
export interface KeptAnswers {
  /** Memory they take. */
  readonly bytes: number;
}

/** Looks on, never acts: what it throws is its own affair, so it must not. */
export interface Observer extends engine.PlanObserver<ClientRequest> {
  received?(request: ReceivedRequest): void;
  answered?(request: AnsweredRequest): void;
  /** An operation begins; in the process, without HTTP, nothing was received before. */
  operating?(clientRequest: ClientRequest): void;
  operated?(operation: EndedOperation): void;
  read?(reading: EndedReading): void;
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

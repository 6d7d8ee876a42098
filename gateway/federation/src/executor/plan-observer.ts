import type { QueryPlan } from '@apollo/query-planner';

/** When something began, in milliseconds of `performance.now()`, and how long it took. */
export interface Span {
  readonly startedAt: number;
  readonly durationMs: number;
}

/** An operation that got its plan, or did not. */
export interface EndedPlanning<Client = unknown> extends Span {
  readonly clientRequest: Client;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly operationName: string | undefined;
  /** Whether the plan was made for it, or known from before; or it was refused, at once when that was known from before. */
  readonly origin: PlanOrigin;
  /** Nothing when it could not be made. */
  readonly plan: QueryPlan | undefined;
  /** The names that the client knows, for a path of the plan. */
  readonly toClientPath: (path: readonly (string | number)[]) => readonly (string | number)[];
}

export type PlanOrigin = 'MADE' | 'KNOWN' | 'REFUSED' | 'KNOWN_REFUSAL';

/** Looks on while operations are planned, never acts. */
export interface PlanObserver<Client = unknown> {
  /** An operation begins to wait for a plan that is not known. */
  planning?(clientRequest: Client): void;
  planned?(planning: EndedPlanning<Client>): void;
}

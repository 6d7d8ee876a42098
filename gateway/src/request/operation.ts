import type { GraphQLFormattedError } from 'graphql';
import type { SealedAnswer } from './sealed-answer.ts';
import type { ClientRequest } from './client-request.ts';
import type { JsonText } from '@palier/federation/json/json-text';

/** What a client asks, whatever way it came. */
export interface OperationRequest {
  readonly query?: string | undefined;
  /** Names a registered operation instead of giving its text. */
  readonly documentId?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  /** The past instant at which the graph is read, as the address says it. */
  readonly au?: string | undefined;
}

/** An operation whose text is known and which may go to the engine. */
export interface KnownOperation extends OperationRequest {
  readonly query: string;
  /** Whether it was registered beforehand: it was weighed by whoever registered it. */
  readonly registered: boolean;
}

/** What it gets: `data` is absent when nothing was executed. */
export interface OperationResult<Data = Record<string, unknown>> {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** The same, its data in the form that was asked for. */
export interface AnyOperationResult extends OperationResult<Record<string, unknown> | JsonText> {
  /** The whole answer as it is sent; then `data` need not be there. */
  readonly sealed?: SealedAnswer | undefined;
  /** Given as it was kept; made and kept; made once for several who asked at once. Nothing when only made. */
  readonly cacheStatus?: 'hit' | 'stored' | 'collapsed' | undefined;
}

export type OperationKind = 'query' | 'mutation' | 'subscription';

export const READS: ReadonlySet<OperationKind> = new Set(['query']);
export const EVERY_KIND: ReadonlySet<OperationKind> = new Set(['query', 'mutation']);

/** On whose behalf an operation runs, and what it may be: a GET may only read. The engine copies this object, not what it holds. */
export interface OperationScope {
  readonly clientRequest: ClientRequest;
  /** The contract through which the graph is seen; nothing for the full graph. */
  readonly contract: string | undefined;
  readonly allowedKinds: ReadonlySet<OperationKind>;
  /** What the asker does with the data: reads them, or only sends them on, for which text is cheaper to make. */
  readonly answerForm: 'OBJECT' | 'TEXT';
  /** Whether the answer tells how it was made: it is then made for this request alone, from no cache and for none. */
  readonly withPlan: boolean;
  /** Said of what this program asks itself: its text need not be registered, and what it names ships with it. Nothing that a client sends says it. */
  readonly asker?: 'PROGRAM' | undefined;
  /** Awaited before a mutation runs, which it may refuse. @throws {Refusal} */
  readonly beforeMutation?: () => Promise<void>;
}

/** Never throws: a refusal is an error of the result. */
export type RunOperation = (request: OperationRequest, scope: OperationScope) => Promise<AnyOperationResult>;

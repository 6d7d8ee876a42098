import type * as engine from '@palier/federation/run/data/subgraph-caller';
import type { Cancellation, ClientRequest } from './client-request.ts';

/** A call made for a client. */
export interface SubgraphRequest extends engine.SubgraphRequest<ClientRequest> {
  /** What goes with it, besides what its caller sends itself: lower-cased names, one value a name. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What a subgraph says of an answer, beside it. */
export interface AnswerFacts {
  /** Version of its data as it stood before they were read: while it is current, the answer is. */
  readonly version?: string | undefined;
  /** It was read at the past instant asked for, which no write changes. */
  readonly isRemembered?: boolean | undefined;
  /** Its `Cache-Control`, less the time it was kept elsewhere. */
  readonly cacheControl?: string | undefined;
  /** SQL statements it took, and rows these gave; told on demand. */
  readonly statements?: number | undefined;
  readonly rows?: number | undefined;
  /** Size of its text, when it came as text. */
  readonly bytes?: number | undefined;
}

export interface GraphQLResponseLike extends engine.GraphQLResponseLike {
  readonly facts?: AnswerFacts | undefined;
}

/** The version of a subgraph's data, as far as it tells. */
export interface DataVersion {
  /** Nothing when it cannot be known now. */
  current(): string | undefined;
  /** To be called when the data may just have changed: nothing is known until the version was read again. */
  doubt(): void;
}

/** How long the answer of a call is waited for. */
export interface CallWait {
  /** In the time of `performance.now()`. */
  readonly endsAt: number;
  /** Aborted as soon as nobody waits. */
  readonly givenUp: Cancellation;
}

/** How the gateway reaches one subgraph. A call answers or throws a `Refusal`; the data it gives becomes the gateway's own. */
export interface SubgraphCaller extends engine.SubgraphCaller<ClientRequest> {
  /** @param wait nothing where the caller keeps its time itself */
  call(request: SubgraphRequest, wait?: CallWait): Promise<GraphQLResponseLike>;
  /** Only for a subgraph that tells the version of its data. */
  readonly data?: DataVersion | undefined;
}

export type CallerFactory = (subgraph: engine.SubgraphAddress) => SubgraphCaller | undefined;

import type { ClientRequest } from './client-request.ts';

export interface SubgraphRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  /** The values, made when they are read. A caller that only sends them on takes the text. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly variablesText?: string;
  /** The same object for every call made on behalf of one client request. */
  readonly clientRequest: ClientRequest;
  /** What goes with it, besides what its caller sends itself: lower-cased names, one value a name. */
  headers?: Readonly<Record<string, string>> | undefined;
}

export interface GraphQLErrorLike {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What a subgraph says of an answer, beside it. */
export interface AnswerFacts {
  /** Version of its data as it stood before they were read: while it is current, the answer is. */
  readonly version?: string | undefined;
  /** Its `Cache-Control`. */
  readonly cacheControl?: string | undefined;
  /** SQL statements it took, and rows these gave; told on demand. */
  readonly statements?: number | undefined;
  readonly rows?: number | undefined;
  /** Size of its text, when it came as text. */
  readonly bytes?: number | undefined;
}

export interface GraphQLResponseLike {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLErrorLike[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
  readonly facts?: AnswerFacts | undefined;
}

/** The version of a subgraph's data, as far as it tells. */
export interface DataVersion {
  /** Nothing when it cannot be known now. */
  current(): string | undefined;
  /** To be called when the data may just have changed: nothing is known until the version was read again. */
  doubt(): void;
}

/** How the gateway reaches one subgraph. A call answers or throws a `Refusal`; the data it gives becomes the gateway's own. */
export interface SubgraphCaller {
  call(request: SubgraphRequest): Promise<GraphQLResponseLike>;
  /** Only for a subgraph that tells the version of its data. */
  readonly data?: DataVersion | undefined;
  close?(): Promise<void>;
}

export interface SubgraphAddress {
  readonly name: string;
  readonly url: string | undefined;
}

export type CallerFactory = (subgraph: SubgraphAddress) => SubgraphCaller | undefined;

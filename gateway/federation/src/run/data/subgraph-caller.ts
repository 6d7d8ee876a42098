/** What is sent to one subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  /** The values, made when they are read. A caller that only sends them on takes the text. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly variablesText?: string;
}

/** The same, on whose behalf. */
export interface SubgraphRequest<Client = unknown> extends SubgraphOperation {
  readonly subgraph: string;
  /** The same object for every call made on behalf of one client request. */
  readonly clientRequest: Client;
}

export interface GraphQLErrorLike {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface GraphQLResponseLike {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLErrorLike[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** How one subgraph is reached. A call answers or throws; the data it gives becomes the engine's own. */
export interface SubgraphCaller<Client = unknown> {
  call(request: SubgraphRequest<Client>): Promise<GraphQLResponseLike>;
  close?(): Promise<void>;
}

export interface SubgraphAddress {
  readonly name: string;
  readonly url: string | undefined;
}

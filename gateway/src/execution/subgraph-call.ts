/** What is sent to one subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as JSON text, to be put in a request body: made when it is read. */
  readonly variablesText: string;
}

export interface SubgraphError {
  readonly message?: string | undefined;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A subgraph's answer. Its data becomes the executor's own: it is written into. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** Reaches a subgraph by its name; rejects when no answer could be had. `requestContext` is passed through untouched. */
export type SubgraphCall<Context = unknown> = (
  subgraph: string,
  operation: SubgraphOperation,
  requestContext: Context,
) => Promise<SubgraphAnswer>;

type OperationText = Pick<SubgraphOperation, 'query' | 'operationName' | 'operationKind'>;

export class SubgraphRequest implements SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;

  constructor(text: OperationText, variables: Readonly<Record<string, unknown>>) {
    this.query = text.query;
    this.operationName = text.operationName;
    this.operationKind = text.operationKind;
    this.variables = variables;
  }

  get variablesText(): string {
    return JSON.stringify(this.variables);
  }
}

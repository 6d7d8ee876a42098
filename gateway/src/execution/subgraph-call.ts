/** What is sent to one subgraph. Both forms of the variables are the same value: take the one that costs you nothing. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as JSON text, ready to be put in a request body. */
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

interface OperationText {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
}

/** An operation whose variables are first known as values. */
export class ValuedOperation implements SubgraphOperation {
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

/** An operation over entities, whose representations are first known as JSON text. */
export class EntityOperation implements SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly #representations: readonly string[];
  readonly #others: Readonly<Record<string, unknown>> | undefined;

  constructor(
    text: OperationText,
    representations: readonly string[],
    others: Readonly<Record<string, unknown>> | undefined,
  ) {
    this.query = text.query;
    this.operationName = text.operationName;
    this.operationKind = text.operationKind;
    this.#representations = representations;
    this.#others = others;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return {
      ...this.#others,
      representations: JSON.parse(`[${this.#representations.join(',')}]`) as unknown,
    };
  }

  get variablesText(): string {
    const entities = `"representations":[${this.#representations.join(',')}]}`;
    if (!this.#others) return `{${entities}`;
    return `${JSON.stringify(this.#others).slice(0, -1)},${entities}`;
  }
}

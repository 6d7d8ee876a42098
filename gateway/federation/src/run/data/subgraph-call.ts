import { writeJson } from '@palier/calls/json/write-json';
import type { GraphQLResponseLike, SubgraphOperation } from './subgraph-caller.ts';

/** Reaches a subgraph by its name; rejects when no answer could be had. */
export type SubgraphCall = (subgraph: string, operation: SubgraphOperation) => Promise<GraphQLResponseLike>;

type OperationText = Pick<SubgraphOperation, 'query' | 'operationName' | 'operationKind'>;

export class PlainOperation implements SubgraphOperation {
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
    return writeJson(this.variables);
  }
}

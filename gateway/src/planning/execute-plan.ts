import type {
  DocumentNode,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLResponseLike } from '../subgraph-caller.ts';

/** One operation to send to one subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as JSON text, when they were known as text first. */
  readonly variablesText?: string;
}

export interface ExecutionSchemas {
  /** The whole supergraph, what clients do not see included. */
  readonly supergraph: GraphQLSchema;
  /** What clients see. */
  readonly client: GraphQLSchema;
  /** What clients see, in the stock engine's own form. */
  readonly api: () => Schema;
}

/** Everything that running a plan takes. */
export interface PlanExecution {
  readonly plan: QueryPlan;
  /** The document and the operation of it that give the answer its shape. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Names the client gave, by the response name in `document`; only those that differ. */
  readonly responseNames: ReadonlyMap<string, string>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly schemas: ExecutionSchemas;
  /** The incoming request, for who needs more of it. */
  readonly requestContext: object;
  call(subgraph: string, operation: SubgraphOperation): Promise<GraphQLResponseLike>;
}

export interface PlanResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
  readonly extensions?: Record<string, unknown>;
  /** Whether the data are under the client's names already, or still under those of the document. */
  readonly names?: 'CLIENT' | 'DOCUMENT';
}

export type ExecutePlan = (execution: PlanExecution) => Promise<PlanResult>;

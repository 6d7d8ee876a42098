import type {
  DocumentNode,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { CompiledPlan } from './compile/compile-plan.ts';
import type { GraphQLResponseLike, SubgraphOperation } from './data/subgraph-caller.ts';
import type { RequestContext } from './federation-request.ts';

export interface ExecutionSchemas {
  /** The whole supergraph, what clients do not see included. */
  readonly supergraph: GraphQLSchema;
  /** What clients see. */
  readonly client: GraphQLSchema;
  /** What clients see, in the stock engine's own form. */
  readonly engineClient: () => Promise<Schema>;
}

/** Everything that running a plan takes. */
export interface PlanExecution {
  readonly plan: QueryPlan;
  /** The same, ready to run; nothing when some part of it is not understood. */
  readonly compiled: CompiledPlan | undefined;
  /** The document and the operation of it that give the answer its shape. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Names the client gave, by the response name in `document`; only those that differ. */
  readonly responseNames: ReadonlyMap<string, string>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Types, and fields as `Type.field`, that the caller is refused and was told of: nobody is asked for them. */
  readonly withheld?: ReadonlySet<string> | undefined;
  readonly schemas: ExecutionSchemas;
  readonly context: RequestContext;
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

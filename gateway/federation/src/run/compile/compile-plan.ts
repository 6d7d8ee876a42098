import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compileNode } from './compile-node.ts';
import type { CompiledNode } from './compiled-node.ts';
import { PathTree } from '../data/path-tree.ts';
import { studyPlan, type PlanFacts } from './plan-facts.ts';
import { CompiledProjection } from '../projection/compiled-projection.ts';
import { readOperation, type ProjectedOperation } from '../projection/projected-operation.ts';

export interface Schemas {
  /** The whole schema, with what clients may not see: it says which type satisfies which in what subgraphs are sent. */
  readonly supergraph: GraphQLSchema;
  /** What clients may see. */
  readonly client: GraphQLSchema;
}

export interface CompileRequest {
  readonly plan: QueryPlan;
  readonly schemas: Schemas;
  /** The validated document that was planned. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The client's name for a response name of `document`, when they differ. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
}

export interface CompiledPlan {
  readonly operation: ProjectedOperation;
  /** Undefined when there is nothing to fetch. */
  readonly node: CompiledNode | undefined;
  readonly projection: CompiledProjection;
}

const NOTHING_TO_FETCH: PlanFacts = { fetches: new Map(), sharedPaths: new Set() };

/**
 * Makes of a query plan what `executeCompiled` runs; undefined when some part of it is not understood, for the stock
 * executor to run it.
 */
export function compilePlan(request: CompileRequest): CompiledPlan | undefined {
  const { plan, schemas, renamed } = request;
  const operation = readOperation(schemas.client, request.document, request.operationName);
  if (!operation || operation.definition.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const root = plan.node as PlanNode | undefined;
  // After a mutation's second field, an entity that the first one read may have changed.
  const grouping = operation.definition.operation === OperationTypeNode.QUERY;
  const facts = root ? studyPlan(root, { grouping, schema: schemas.supergraph }) : NOTHING_TO_FETCH;
  if (!facts) return undefined;
  const shared = new PathTree(facts.sharedPaths);
  const node = root && compileNode({ schema: schemas.supergraph, facts, shared }, root, []);
  const projection = new CompiledProjection(operation, { sharedPaths: facts.sharedPaths, renamed });
  return { operation, node, projection };
}

import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compileNode } from './compile-node.ts';
import type { CompiledNode } from './compiled-node.ts';
import { PathTree } from './path-tree.ts';
import { studyPlan, type PlanFacts } from './plan-facts.ts';
import { CompiledProjection } from './projection/compiled-projection.ts';
import { readOperation, type ProjectedOperation } from './projection/projected-operation.ts';
import type { Schemas } from './stock-answer.ts';

export interface PlannedOperation {
  readonly plan: QueryPlan;
  readonly schemas: Schemas;
  /** The validated document that was planned. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The client's name for a response name of `document`, when they differ. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
}

export interface CompiledPlan {
  readonly planned: PlannedOperation;
  readonly operation: ProjectedOperation;
  /** Undefined when there is nothing to fetch. */
  readonly node: CompiledNode | undefined;
  readonly projection: CompiledProjection;
}

type CompiledPlans = WeakMap<QueryPlan, CompiledPlan | false>;

/** By the schema that shapes the answer: two kinds of clients may share a plan and not see the same things. */
const compiledPlans = new WeakMap<GraphQLSchema, CompiledPlans>();

/**
 * Makes of a query plan what `executeCompiled` runs; undefined when some part of it is not understood, for the stock
 * executor to run it. A plan is compiled once for those who see the same schema.
 */
export function compilePlan(planned: PlannedOperation): CompiledPlan | undefined {
  const plans = plansOf(planned.schemas.api);
  const known = plans.get(planned.plan);
  if (known !== undefined) return known || undefined;
  const compiled = compile(planned);
  plans.set(planned.plan, compiled ?? false);
  return compiled;
}

function plansOf(schema: GraphQLSchema): CompiledPlans {
  const known = compiledPlans.get(schema);
  if (known) return known;
  const created: CompiledPlans = new WeakMap();
  compiledPlans.set(schema, created);
  return created;
}

const NOTHING_TO_FETCH: PlanFacts = { fetches: new Map(), sharedPaths: new Set() };

function compile(planned: PlannedOperation): CompiledPlan | undefined {
  const { plan, schemas, renamed } = planned;
  const operation = readOperation(schemas.api, planned.document, planned.operationName);
  if (!operation || operation.definition.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  const root = plan.node as PlanNode | undefined;
  // After a mutation's second field, an entity that the first one read may have changed.
  const grouping = operation.definition.operation === OperationTypeNode.QUERY;
  const facts = root ? studyPlan(root, { grouping, schema: schemas.supergraph }) : NOTHING_TO_FETCH;
  if (!facts) return undefined;
  const shared = new PathTree(facts.sharedPaths);
  const node = root && compileNode({ schema: schemas.supergraph, facts, shared }, root, []);
  const projection = new CompiledProjection(operation, { sharedPaths: facts.sharedPaths, renamed });
  return { planned, operation, node, projection };
}

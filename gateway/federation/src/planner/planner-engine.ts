import type { DocumentNode, GraphQLSchema } from 'graphql';
import { operationFromDocument, type Schema, type Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { setLiteralsAside } from './literals.ts';
import { moveExternals } from '../repair/move-externals.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';
import { rewritePlan, type RepairedPlan } from '../repair/rewrite-plan.ts';
import { splitInterfaces } from './split-interfaces.ts';
import { buildSupergraph, orRefuse, toClientSchema } from '../prepare/client-schema.ts';

/** The stock planner on a prepared supergraph. Building one, and each plan, holds the thread it is on. */
export interface PlannerEngine {
  readonly supergraph: Supergraph;
  readonly apiSchema: Schema;
  build(document: DocumentNode, operationName: string | undefined, labels: ReadonlySet<string>): RepairedPlan;
}

/**
 * @param options `isKnown` where an engine took this supergraph before: it is not validated again
 * @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph, its subgraphs or the schema of clients
 */
export function createPlannerEngine(
  prepared: PreparedSupergraph,
  options: { readonly isKnown?: boolean } = {},
): PlannerEngine {
  const supergraph = orRefuse('SUPERGRAPHE_INVALIDE', () => buildSupergraph(prepared.sdl, options));
  // Named fragments in subgraph operations save bytes and cost planning time; without them a plan can be split.
  const planner = orRefuse(
    'SUPERGRAPHE_INVALIDE',
    () => new QueryPlanner(supergraph, { reuseQueryFragments: false }),
  );
  const apiSchema = orRefuse('SUPERGRAPHE_INVALIDE', () => supergraph.apiSchema());
  let clientSchema: GraphQLSchema | undefined;
  const schemaOf = () => (clientSchema ??= toClientSchema(apiSchema, prepared));
  const inContexts = (document: DocumentNode): DocumentNode => {
    if (prepared.contextTypes.size === 0) return document;
    return splitInterfaces(document, schemaOf(), prepared.contextTypes);
  };
  return {
    supergraph,
    apiSchema,
    build(document, operationName, labels) {
      const options = operationName === undefined ? {} : { operationName };
      const overrideConditions = new Map(
        [...prepared.overrideLabels].map((label) => [label, labels.has(label)] as const),
      );
      const planOf = (asked: DocumentNode) =>
        planner.buildQueryPlan(operationFromDocument(apiSchema, asked, options), { overrideConditions });
      const { document: asked, putBack } = setLiteralsAside(document, schemaOf);
      const plan = orRefuse('PLANIFICATION_IMPOSSIBLE', () => planOf(inContexts(asked)));
      putBack(plan);
      return rewritePlan(moveExternals(plan, prepared, supergraph.schema), prepared);
    },
  };
}

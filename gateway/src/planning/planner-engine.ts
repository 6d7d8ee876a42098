import type { DocumentNode, GraphQLSchema } from 'graphql';
import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  Supergraph,
  type Schema,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { moveExternals } from './move-externals.ts';
import { PlanningError, type PlanningErrorCode } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';
import { rewritePlan, type MendedPlan } from './rewrite-plan.ts';
import { splitInterfaces } from './split-interfaces.ts';

/** The stock planner on a prepared supergraph. Building one, and each plan, holds the thread it is on. */
export interface PlannerEngine {
  readonly supergraph: Supergraph;
  readonly apiSchema: Schema;
  build(document: DocumentNode, operationName: string | undefined, labels: ReadonlySet<string>): MendedPlan;
}

/** @throws SUPERGRAPHE_INVALIDE when the engine refuses the supergraph, its subgraphs or the schema of clients */
export function createPlannerEngine(prepared: PreparedSupergraph): PlannerEngine {
  const supergraph = orRefuse('SUPERGRAPHE_INVALIDE', () => buildSupergraph(prepared.sdl));
  // Named fragments in subgraph operations save bytes and cost planning time; without them a plan can be split.
  const planner = orRefuse(
    'SUPERGRAPHE_INVALIDE',
    () => new QueryPlanner(supergraph, { reuseQueryFragments: false }),
  );
  const apiSchema = orRefuse('SUPERGRAPHE_INVALIDE', () => supergraph.apiSchema());
  let clientSchema: GraphQLSchema | undefined;
  const inContexts = (document: DocumentNode): DocumentNode => {
    if (prepared.contextTypes.size === 0) return document;
    return splitInterfaces(document, (clientSchema ??= toClientSchema(apiSchema)), prepared.contextTypes);
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
      const plan = orRefuse('PLANIFICATION_IMPOSSIBLE', () => planOf(inContexts(document)));
      return rewritePlan(moveExternals(plan, prepared, supergraph.schema), prepared);
    },
  };
}

/** The planner plans contexts, which the stock executor alone cannot give: that is done here. */
const FEATURES = new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, 'https://specs.apollo.dev/context/v0.1']);

function buildSupergraph(sdl: string): Supergraph {
  return Supergraph.build(sdl, { supportedFeatures: FEATURES });
}

/** The schema clients see, in the engine's own form. */
export function buildApiSchema(supergraphSdl: string): Schema {
  return orRefuse('SUPERGRAPHE_INVALIDE', () => buildSupergraph(supergraphSdl).apiSchema());
}

/** The planner gives up by itself on what would not end: that is the operation's doing, not the graph's. */
function planningCodeOf(cause: unknown): PlanningErrorCode {
  const { message } = cause as Error;
  if (message.includes('Maximum call stack')) return 'IMBRICATION_EXCESSIVE';
  if (cause instanceof RangeError || message.includes('maximum recursive selections'))
    return 'PLANIFICATION_TROP_LONGUE';
  return 'PLANIFICATION_IMPOSSIBLE';
}

/** The engine's words name what clients may not know: they stay with the error, for the log. */
function orRefuse<T>(code: PlanningErrorCode, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (code === 'PLANIFICATION_IMPOSSIBLE') {
      const originalError = cause instanceof Error ? cause : null;
      throw new PlanningError(planningCodeOf(cause), undefined, { originalError });
    }
    throw new PlanningError(code, 'Le moteur le refuse.', {
      originalError: cause instanceof Error ? cause : null,
    });
  }
}

/** The schema clients see, as graphql-js reads it. */
export function toClientSchema(apiSchema: Schema): GraphQLSchema {
  return apiSchema.toGraphQLJSSchema();
}

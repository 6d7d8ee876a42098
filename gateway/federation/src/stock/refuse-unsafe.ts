import {
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { fetchesOf } from '../plan/steps.ts';
import { EngineError } from '../errors/engine-error.ts';

/**
 * Refuses a plan that the stock executor would answer wrongly without an error: it knows nothing of contexts, and sends
 * as null what is required below a list of lists.
 *
 * @throws PLAN_NON_EXECUTABLE
 */
export function refuseUnsafe({ node }: QueryPlan, supergraph: GraphQLSchema): void {
  for (const { contextRewrites, requires } of node ? fetchesOf(node) : []) {
    const isUnsafe =
      Boolean(contextRewrites?.length) || crossesNestedList(requires ?? [], undefined, supergraph);
    if (isUnsafe) throw new EngineError('PLAN_NON_EXECUTABLE');
  }
}

function crossesNestedList(
  selections: readonly QueryPlanSelectionNode[],
  type: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): boolean {
  return selections.some((selection) => {
    if (!selection.selections) return false;
    if (selection.kind === 'InlineFragment') {
      const inner = selection.typeCondition ? schema.getType(selection.typeCondition) : type;
      return crossesNestedList(selection.selections, inner, schema);
    }
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name]?.type : undefined;
    if (!field) return false;
    return listDepth(field) > 1 || crossesNestedList(selection.selections, getNamedType(field), schema);
  });
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}

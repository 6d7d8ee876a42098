import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { readOperation } from '../graphql/document.ts';

/** One fetch of a plan, where it applies and when. */
export interface PlanStep {
  readonly fetch: FetchNode;
  readonly path: readonly string[];
  readonly conditions: readonly { readonly variable: string; readonly holds: boolean }[];
}

/** Every fetch of a plan, in the order it is written. */
export function readSteps(
  node: PlanNode | SubscriptionNode,
  path: readonly string[] = [],
  conditions: PlanStep['conditions'] = [],
): readonly PlanStep[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, path, conditions }];
    case 'Flatten':
      return readSteps(node.node, [...path, ...node.path.map(String)], conditions);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((inner) => readSteps(inner, path, conditions));
    case 'Condition': {
      const under = (inner: PlanNode | undefined, holds: boolean) =>
        inner ? readSteps(inner, path, [...conditions, { variable: node.condition, holds }]) : [];
      return [...under(node.ifClause, true), ...under(node.elseClause, false)];
    }
    case 'Subscription':
      return [];
    case 'Defer':
      throw new Error('Plans are made without @defer');
  }
}

/** What a step asks of the objects it applies to. */
export function selectionOf({ requires, operation }: FetchNode): SelectionSetNode | undefined {
  const { selectionSet } = readOperation(operation);
  const [first] = selectionSet.selections;
  return requires && first?.kind === Kind.FIELD ? first.selectionSet : selectionSet;
}

/** A path without its list marks: the response names alone. */
export function namesOf(path: readonly string[]): readonly string[] {
  return path.filter((step) => step !== '@');
}

/** Every fetch of a plan. */
export const fetchesOf = (node: PlanNode | SubscriptionNode): readonly FetchNode[] =>
  readSteps(node).map(({ fetch }) => fetch);

/** The same plan, each fetch replaced. */
export function mapFetches(node: PlanNode, replace: (fetch: FetchNode) => FetchNode): PlanNode {
  const inside = (inner: PlanNode) => mapFetches(inner, replace);
  switch (node.kind) {
    case 'Fetch':
      return replace(node);
    case 'Flatten':
      return { ...node, node: inside(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(inside) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause && { ifClause: inside(ifClause) }),
        ...(elseClause && { elseClause: inside(elseClause) }),
      };
    }
    case 'Defer':
      return node;
  }
}

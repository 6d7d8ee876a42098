import type { FetchNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { PreparedSupergraph } from './prepare-supergraph.ts';

/**
 * Keeps a representation from being sent without a key. For an interface object, the stock planner may put what is
 * required on the interface and the key on one of its types: every other type would be sent with the first alone.
 */
export function keyRequires(fetch: FetchNode, prepared: PreparedSupergraph): FetchNode {
  const fragments = (fetch.requires ?? []).filter(isFragment);
  const keyless = fragments.filter(
    ({ typeCondition, selections }) =>
      prepared.interfaceObjects.has(`${fetch.serviceName} ${typeCondition}`) &&
      !hasKey(typeCondition, selections, prepared),
  );
  const keyed = fragments.filter(({ typeCondition, selections }) =>
    hasKey(typeCondition, selections, prepared),
  );
  if (keyless.length === 0 || keyed.length === 0) return fetch;
  const added = keyless.flatMap(({ selections }) => selections);
  // In a fragment of its own: what is there twice is then merged, not replaced.
  return { ...fetch, requires: keyed.flatMap((fragment) => [fragment, { ...fragment, selections: added }]) };
}

function isFragment(selection: QueryPlanSelectionNode): selection is QueryPlanInlineFragmentNode {
  return selection.kind === 'InlineFragment';
}

function hasKey(
  type: string | undefined,
  selections: readonly QueryPlanSelectionNode[],
  prepared: PreparedSupergraph,
): boolean {
  return selections.some(
    (selection) => selection.kind === 'Field' && prepared.keyFields.has(`${type}.${selection.name}`),
  );
}

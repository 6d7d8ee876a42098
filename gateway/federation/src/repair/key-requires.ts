import type { FetchNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { openEntityFetch, pathKey, selectionPaths } from './entity-fetch.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * Keeps the representations of an interface object whole. The stock planner may ask for the key of one type and for
 * what is required of another: an entity would then be sent without its key, or to have a field computed from nothing.
 * Each fragment that is left has both, and an entity that lacks either is not sent.
 */
export function keyRequires(fetch: FetchNode, prepared: PreparedSupergraph): FetchNode {
  const fragments = (fetch.requires ?? []).filter(isFragment);
  const isObject = ({ typeCondition }: QueryPlanInlineFragmentNode) =>
    prepared.interfaceObjects.has(`${fetch.serviceName} ${typeCondition}`);
  const [common, ...others] = mergeByType(fragments.filter(isObject));
  if (!common || others.length > 0) return fetch;
  const ofTypes = mergeByType(fragments.filter((fragment) => !isObject(fragment)));
  const keyed = hasKey(common, prepared)
    ? [common, ...ofTypes]
    : ofTypes.map((fragment) => withSelections(fragment, common.selections));
  const whole = keyed.filter((fragment) => hasRequired(fragment, fetch, prepared));
  return whole.length > 0 ? { ...fetch, requires: whole } : fetch;
}

function isFragment(selection: QueryPlanSelectionNode): selection is QueryPlanInlineFragmentNode {
  return selection.kind === 'InlineFragment';
}

function hasKey(
  { typeCondition, selections }: QueryPlanInlineFragmentNode,
  prepared: PreparedSupergraph,
): boolean {
  return selections.some(
    (selection) => selection.kind === 'Field' && prepared.keyFields.has(`${typeCondition}.${selection.name}`),
  );
}

function hasRequired(
  fragment: QueryPlanInlineFragmentNode,
  fetch: FetchNode,
  prepared: PreparedSupergraph,
): boolean {
  const given = new Set(selectionPaths(fragment.selections).map(pathKey));
  const fields = openEntityFetch(fetch, prepared)?.fields ?? [];
  return fields.every((field) => field.requires.every((path) => given.has(pathKey(path))));
}

function mergeByType(
  fragments: readonly QueryPlanInlineFragmentNode[],
): readonly QueryPlanInlineFragmentNode[] {
  const byType = new Map<string | undefined, QueryPlanInlineFragmentNode>();
  for (const fragment of fragments) {
    const known = byType.get(fragment.typeCondition);
    byType.set(fragment.typeCondition, known ? withSelections(known, fragment.selections) : fragment);
  }
  return [...byType.values()];
}

function withSelections(
  fragment: QueryPlanInlineFragmentNode,
  added: readonly QueryPlanSelectionNode[],
): QueryPlanInlineFragmentNode {
  return { ...fragment, selections: mergeSelections([...fragment.selections, ...added]) };
}

/** A field that is there twice is kept once, with what both select. */
function mergeSelections(selections: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] {
  const merged = new Map<string, QueryPlanSelectionNode>();
  for (const selection of selections) {
    const key = selection.kind === 'Field' ? selection.name : `... on ${selection.typeCondition}`;
    const known = merged.get(key);
    merged.set(key, known?.selections ? withMerged(known, selection.selections ?? []) : (known ?? selection));
  }
  return [...merged.values()];
}

function withMerged(
  known: QueryPlanSelectionNode,
  added: readonly QueryPlanSelectionNode[],
): QueryPlanSelectionNode {
  return { ...known, selections: mergeSelections([...(known.selections ?? []), ...added]) };
}

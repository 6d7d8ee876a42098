import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './document.ts';

/**
 * The fields of some selection sets by response name, through fragments, whatever their type. Each fragment is entered
 * once, so that the work is linear in the document.
 */
export function fieldsByResponseName(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD && !entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.alias?.value ?? selection.name.value;
      const known = fields.get(name);
      if (known) known.push(selection);
      else fields.set(name, [selection]);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

import { Kind, type SelectionSetNode } from 'graphql';
import type { Fragments } from '../../graphql/document.ts';

/** The response names a selection may answer with, whatever the type: a superset of what any one object holds. */
export interface MergeShape {
  readonly leaves: readonly string[];
  readonly composites: readonly { readonly key: string; readonly shape: MergeShape }[];
}

interface Draft {
  readonly leaves: Set<string>;
  readonly composites: Map<string, Draft>;
}

export function shapeOf(selectionSet: SelectionSetNode, fragments: Fragments): MergeShape {
  const draft = newDraft();
  addSelections(draft, selectionSet, fragments);
  return freeze(draft);
}

const newDraft = (): Draft => ({ leaves: new Set(), composites: new Map() });

function addSelections(draft: Draft, selectionSet: SelectionSetNode, fragments: Fragments): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      if (!selection.selectionSet) draft.leaves.add(name);
      else addSelections(innerDraft(draft, name), selection.selectionSet, fragments);
      continue;
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (inner) addSelections(draft, inner.selectionSet, fragments);
  }
}

function innerDraft(draft: Draft, name: string): Draft {
  const known = draft.composites.get(name);
  if (known) return known;
  const inner = newDraft();
  draft.composites.set(name, inner);
  return inner;
}

function freeze(draft: Draft): MergeShape {
  const composites = [...draft.composites].map(([key, inner]) => ({ key, shape: freeze(inner) }));
  return { leaves: [...draft.leaves], composites };
}

/** Every composite field of a shape, as dotted response names under `prefix`. */
export function* compositePaths(shape: MergeShape, prefix: string): Generator<string> {
  for (const { key, shape: inner } of shape.composites) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    yield path;
    yield* compositePaths(inner, path);
  }
}

/** Every response name of a shape. */
export function* responseNames(shape: MergeShape): Generator<string> {
  yield* shape.leaves;
  for (const { key, shape: inner } of shape.composites) {
    yield key;
    yield* responseNames(inner);
  }
}

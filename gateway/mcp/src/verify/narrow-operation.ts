import { findOperation, type Fragments, readFragments } from '@palier/federation/graphql/document';
import { readKeys } from './key-step.ts';
import { isMark } from '@palier/adresses/with-sources';
import { Kind, parse, print, visit, type SelectionNode, type SelectionSetNode } from 'graphql';

interface Narrowed {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const INDEX = /^\d+$/;

/**
 * An operation that asks no more than what a pointer leads to, and the variables it still takes; as it is when the pointer
 * leads to nothing that it asks.
 * @param steps of the pointer, below the data: an element of a list is its place, or what names it
 */
export function narrowOperation(
  { text, operationName }: { readonly text: string; readonly operationName: string | undefined },
  variables: Readonly<Record<string, unknown>>,
  steps: readonly string[],
): Narrowed {
  const document = parse(text);
  const levels = toLevels(steps);
  const operation = findOperation(document, operationName);
  if (operation === undefined) return { text, variables };
  const selectionSet = narrow(inlineFragments(operation.selectionSet, readFragments(document)), levels, 0);
  if (selectionSet.selections.length === 0) return { text, variables };
  const narrowed = { ...operation, selectionSet };
  const used = new Set<string>();
  visit(narrowed.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const given = Object.entries(variables).filter(([name]) => used.has(name));
  const declared = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    text: print({ ...narrowed, variableDefinitions: declared }),
    variables: Object.fromEntries(given),
  };
}

/** A field on the way of a pointer, and what names the element of a list that it is read of. */
interface Level {
  readonly key: string;
  readonly beside: readonly (readonly string[])[];
}

function toLevels(steps: readonly string[]): readonly Level[] {
  const levels: Level[] = [];
  let beside: Level['beside'] = [];
  for (const step of steps) {
    const keys = readKeys(step);
    if (keys !== undefined) beside = keys.map(({ path }) => path);
    else if (!INDEX.test(step)) {
      levels.push({ key: step, beside });
      beside = [];
    }
  }
  return levels;
}

function narrow(set: SelectionSetNode, levels: readonly Level[], depth: number): SelectionSetNode {
  const level = levels[depth];
  if (level === undefined) return set;
  const led = set.selections.flatMap((selection) => keep(selection, levels, depth));
  const named = level.beside.flatMap((path) =>
    set.selections.flatMap((selection) => keep(selection, toLevels(path), 0)),
  );
  const kept = led.length === 0 ? [] : [...led, ...named];
  // What a figure is worth is said beside it.
  return { ...set, selections: kept.length === 0 ? [] : [...kept, ...set.selections.filter(isLeafMark)] };
}

const isLeafMark = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD &&
  selection.selectionSet === undefined &&
  isMark((selection.alias ?? selection.name).value);

function keep(selection: SelectionNode, levels: readonly Level[], depth: number): readonly SelectionNode[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
  if (selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value !== levels[depth]?.key)
    return [];
  if (selection.selectionSet === undefined) return [selection];
  const below = selection.kind === Kind.FIELD ? depth + 1 : depth;
  const selectionSet = narrow(selection.selectionSet, levels, below);
  return selectionSet.selections.length === 0 ? [] : [{ ...selection, selectionSet } as SelectionNode];
}

/** The same selections, without a name for any of them. */
function inlineFragments(set: SelectionSetNode, fragments: Fragments): SelectionSetNode {
  return visit(set, {
    FragmentSpread: ({ name, directives = [] }) => {
      const fragment = fragments.get(name.value);
      return fragment === undefined
        ? undefined
        : {
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: fragment.typeCondition,
            directives,
            selectionSet: inlineFragments(fragment.selectionSet, fragments),
          };
    },
  });
}

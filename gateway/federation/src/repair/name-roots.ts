import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { RootTypes } from '../supergraph/root-types.ts';

/** Where an answer says the type of a value that may be a root. */
export interface RootPlace {
  readonly path: readonly string[];
  /** The name under which it is said. */
  readonly name: string;
  /** The roots that it may be. */
  readonly roots: readonly string[];
}

/** An operation that names the roots of its subgraph as little as it can. */
export interface NamedRoots {
  readonly operation: string;
  readonly places: readonly RootPlace[];
  /** The operation still names a root: a subgraph that calls it otherwise refuses it. */
  readonly namesRoots: boolean;
}

/**
 * Takes the names of roots out of an operation wherever the place alone says the type, and tells where its answer will
 * name one. Nothing for an operation that meets no root.
 */
export function nameRoots(text: string, rootTypes: RootTypes): NamedRoots | undefined {
  if (rootTypes.places.size === 0) return undefined;
  const document = parse(text, { noLocation: true });
  const operation = document.definitions[0] as OperationDefinitionNode;
  const root = rootTypes.byKind.get(operation.operation) ?? '';
  const naming = new RootNaming(rootTypes);
  const selectionSet = naming.visit(operation.selectionSet, root, []);
  if (!naming.isChanged && !naming.namesRoots && naming.places.length === 0) return undefined;
  const named = naming.isChanged
    ? stripIgnoredCharacters(print({ ...document, definitions: [{ ...operation, selectionSet }] }))
    : text;
  return { operation: named, places: naming.places, namesRoots: naming.namesRoots };
}

class RootNaming {
  readonly places: RootPlace[] = [];
  isChanged = false;
  namesRoots = false;
  readonly #types: RootTypes;
  readonly #roots: ReadonlySet<string>;

  constructor(types: RootTypes) {
    this.#types = types;
    this.#roots = new Set(types.byKind.values());
  }

  visit(set: SelectionSetNode, type: string, path: readonly string[]): SelectionSetNode {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.#visitFragment(selection, set, type, path);
      const name = (selection.alias ?? selection.name).value;
      const field = selection.name.value;
      if (field === '__typename') this.#addPlace(type, path, name);
      if (!selection.selectionSet) return [selection];
      const inner = this.#types.fields.get(`${type}.${field}`) ?? '';
      return [{ ...selection, selectionSet: this.visit(selection.selectionSet, inner, [...path, name]) }];
    });
    return { ...set, selections };
  }

  #visitFragment(
    fragment: InlineFragmentNode,
    around: SelectionSetNode,
    type: string,
    path: readonly string[],
  ): readonly SelectionNode[] {
    const condition = fragment.typeCondition?.name.value ?? type;
    const selectionSet = this.visit(fragment.selectionSet, condition, path);
    const isRoot = fragment.typeCondition !== undefined && this.#roots.has(condition);
    if (!isRoot) return [{ ...fragment, selectionSet }];
    const saysItsTypeOnly = selectionSet.selections.every(isTypename) && around.selections.some(isTypename);
    if (condition !== type && !saysItsTypeOnly) {
      this.namesRoots = true;
      return [{ ...fragment, selectionSet }];
    }
    this.isChanged = true;
    if (condition !== type) return [];
    if (!fragment.directives?.length) return selectionSet.selections;
    return [{ kind: Kind.INLINE_FRAGMENT, directives: fragment.directives, selectionSet }];
  }

  #addPlace(type: string, path: readonly string[], name: string): void {
    const roots = this.#types.places.get(type);
    if (roots) this.places.push({ path, name, roots });
  }
}

const isTypename = (selection: SelectionNode): boolean =>
  selection.kind === Kind.FIELD && selection.name.value === '__typename' && !selection.alias;

import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { operationOf, readFragments, type Fragments } from '../graphql/document.ts';

/** An operation that asks of the schema, in the two parts that are answered apart. */
export interface SplitOperation {
  /** What it asks of the schema, as a document of one operation that declares the variables it uses. */
  readonly introspection: DocumentNode;
  readonly introspectionVariables: ReadonlySet<string>;
  /** What it asks of the data; nothing when it asks for none. */
  readonly data: DocumentNode | undefined;
  /** The names of the answer's root, in its order, when the two parts are not one after the other. */
  readonly mixed: readonly string[] | undefined;
  /** Which of the two comes first in the answer. */
  readonly first: 'introspection' | 'data';
}

/** Nothing for an operation that asks nothing of the schema, as almost all. The document was validated. */
export function splitIntrospection(
  document: DocumentNode,
  operationName: string | undefined,
): SplitOperation | undefined {
  const operation = operationOf(document, operationName);
  const fragments = readFragments(document);
  const asked = new RootFilter(fragments, isIntrospection);
  const introspection = asked.keep(operation.selectionSet);
  if (!introspection) return undefined;
  const rest = new RootFilter(fragments, (name) => !isIntrospection(name));
  const data = rest.keep(operation.selectionSet);
  const apart = asked.toDocument(operation, introspection);
  const introspectionVariables = usedVariables(apart);
  return {
    introspection: declareOnly(apart, introspectionVariables),
    introspectionVariables,
    data: data && rest.toDocument(operation, data),
    ...orderOf(operation.selectionSet, fragments),
  };
}

function orderOf(set: SelectionSetNode, fragments: Fragments): Pick<SplitOperation, 'mixed' | 'first'> {
  const root = [...readRoot(set, fragments, new Map())];
  const turns = root.filter(([, ofSchema], index) => index > 0 && ofSchema !== root[index - 1]?.[1]);
  return {
    mixed: turns.length > 1 ? root.map(([name]) => name) : undefined,
    first: root[0]?.[1] ? 'introspection' : 'data',
  };
}

/** The names of the answer's root in the order they are first met, and whether each is of the schema. */
function readRoot(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  names: Map<string, boolean>,
  seen = new Set<string>(),
): ReadonlyMap<string, boolean> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      if (!names.has(name)) names.set(name, isIntrospection(selection.name.value));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      readRoot(selection.selectionSet, fragments, names, seen);
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) readRoot(fragment.selectionSet, fragments, names, seen);
    }
  }
  return names;
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

function usedVariables(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function declareOnly(document: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    VariableDefinition: (node) => (names.has(node.variable.name.value) ? undefined : null),
    SelectionSet: () => false,
  });
}

/** Keeps some fields of the root, through fragments; each fragment is looked at once. */
class RootFilter {
  readonly #fragments: Fragments;
  readonly #isKept: (name: string) => boolean;
  readonly #atRoot = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(fragments: Fragments, isKept: (name: string) => boolean) {
    this.#fragments = fragments;
    this.#isKept = isKept;
  }

  /** The same set when all of it is kept, nothing when none of it is. */
  keep(set: SelectionSetNode): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection) => this.#keepOne(selection) ?? []);
    return selections.length > 0 ? { ...set, selections } : undefined;
  }

  #keepOne(selection: SelectionNode): SelectionNode | undefined {
    if (selection.kind === Kind.FIELD) return this.#isKept(selection.name.value) ? selection : undefined;
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return this.#keepFragment(selection.name.value) ? selection : undefined;
    const selectionSet = this.keep(selection.selectionSet);
    return selectionSet && { ...selection, selectionSet };
  }

  #keepFragment(name: string): FragmentDefinitionNode | undefined {
    if (this.#atRoot.has(name)) return this.#atRoot.get(name);
    const fragment = this.#fragments.get(name);
    const selectionSet = fragment && this.keep(fragment.selectionSet);
    const kept = fragment && selectionSet && { ...fragment, selectionSet };
    this.#atRoot.set(name, kept);
    return kept;
  }

  /** Variables that are no longer used stay declared: what follows takes no offence. */
  toDocument(operation: OperationDefinitionNode, selectionSet: SelectionSetNode): DocumentNode {
    const fragments = [...this.#fragments.values()].flatMap((fragment) => {
      const { value } = fragment.name;
      return this.#atRoot.has(value) ? (this.#atRoot.get(value) ?? []) : fragment;
    });
    return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments] };
  }
}

import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql';

/** Leaves out about half of the response names, everywhere they are, where at least one stays. */
export function removeFields(
  document: DocumentNode,
  draw: () => number,
): { document: DocumentNode; removed: ReadonlySet<string> } {
  const removed = new Set<string>();
  const reduce = (sets: readonly SelectionSetNode[], path: string): void => {
    const below = new Map<string, SelectionSetNode[]>();
    for (const set of sets) collect(set, below);
    const dropped: string[] = [];
    for (const name of below.keys()) {
      const others = [...dropped, name];
      if (draw() < 0.5 && sets.every((set) => keepsOne(set, others))) dropped.push(name);
    }
    for (const name of dropped) removed.add(`${path}.${name}`);
    for (const [name, inner] of below) {
      if (!dropped.includes(name) && inner.length > 0) reduce(inner, `${path}.${name}`);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) reduce([definition.selectionSet], '');
  }
  return { document: withoutUnusedVariables(withoutFields(document, removed)), removed };
}

/** A selection of nothing is not GraphQL. */
function keepsOne(set: SelectionSetNode, dropped: readonly string[]): boolean {
  const below = new Map<string, SelectionSetNode[]>();
  collect(set, below);
  return [...below.keys()].some((name) => !dropped.includes(name));
}

function collect(set: SelectionSetNode, below: Map<string, SelectionSetNode[]>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, below);
    if (selection.kind !== Kind.FIELD) continue;
    const name = selection.alias?.value ?? selection.name.value;
    below.set(name, [
      ...(below.get(name) ?? []),
      ...(selection.selectionSet ? [selection.selectionSet] : []),
    ]);
  }
}

function withoutFields(document: DocumentNode, removed: ReadonlySet<string>): DocumentNode {
  const path: string[] = [];
  return visit(document, {
    Field: {
      enter: (node) => {
        path.push(node.alias?.value ?? node.name.value);
        if (!removed.has(['', ...path].join('.'))) return undefined;
        path.pop();
        return null;
      },
      leave: () => void path.pop(),
    },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
}

function withoutUnusedVariables(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void used.add(node.name.value),
  });
  return visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
}

/** An answer without what was left out of its query. */
export function without(value: unknown, removed: ReadonlySet<string>, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, removed, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !removed.has(`${path}.${name}`))
      .map(([name, inner]) => [name, without(inner, removed, `${path}.${name}`)]),
  );
}

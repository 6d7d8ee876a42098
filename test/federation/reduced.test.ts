import { Kind, parse, print, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims, type Case } from './claim.ts';
import { createFreshGraph, type FreshGraph } from './fresh-graph.ts';

/**
 * What a client does not ask changes nothing to what it asks: every query of the suite is asked again without some of
 * its fields, and must have the same answer without these.
 */
const SEEDS = [1, 2, 3, 4];

const claims = listClaims()
  .filter((claim) => claim.cases.some(isReducible))
  .map((claim) => ({ name: claim.name, claim }));

describe.each(claims)('$name, with fewer fields', ({ claim }) => {
  const graph = createFreshGraph(claim);
  const cases = claim.cases.filter(isReducible).map((testCase) => ({ name: testCase.name, testCase }));

  it.each(cases)('$name', async ({ testCase }) => {
    const whole = await answer(graph, testCase);
    for (const seed of SEEDS) {
      const { document, removed } = removeFields(parse(testCase.query), drawFrom(seed));
      const query = print(document);
      const reduced = await answer(graph, { ...testCase, query });
      expect(JSON.stringify(reduced), query).toBe(JSON.stringify(without(whole, removed, '')));
    }
  });
});

/** A mutation less changes the next; a named fragment is at several places at once. */
function isReducible({ expected, query }: Case): boolean {
  return expected.errors === undefined && !/__schema|__type\b|mutation|fragment /.test(query);
}

async function answer(graph: FreshGraph, testCase: Case): Promise<unknown> {
  const { data, errors } = await graph.ask(testCase);
  expect(errors, testCase.query).toBeUndefined();
  return data;
}

/** Leaves out about half of the response names, everywhere they are, where at least one name stays. */
function removeFields(
  document: DocumentNode,
  draw: () => number,
): { document: DocumentNode; removed: ReadonlySet<string> } {
  const removed = new Set<string>();
  const reduce = (sets: readonly SelectionSetNode[], path: string): void => {
    const below = new Map<string, SelectionSetNode[]>();
    for (const set of sets) collect(set, below);
    const names = [...below.keys()];
    const dropped = names.filter(() => draw() < 0.5).slice(0, names.length - 1);
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

function without(value: unknown, removed: ReadonlySet<string>, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, removed, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !removed.has(`${path}.${name}`))
      .map(([name, inner]) => [name, without(inner, removed, `${path}.${name}`)]),
  );
}

function drawFrom(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

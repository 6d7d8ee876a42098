import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims, type Case, type Claim } from './claim.ts';
import { createFreshGraph, type FreshGraph } from './fresh-graph.ts';

/**
 * Whatever a client calls its fields, the answer is the same: every query of the suite is asked again under other
 * names, drawn among those that the subgraphs themselves use, and its answer put back under the first names.
 */
const SEEDS = [1, 2, 3];

const claims = listClaims()
  .filter(
    (claim) => claim.cases.some(isAnswered) && !claim.subgraphs.some(({ sdl }) => /^scalar /m.test(sdl)),
  )
  .map((claim) => ({ name: claim.name, claim }));

describe.each(claims)('$name, under other names', ({ claim }) => {
  const graph = createFreshGraph(claim);
  const cases = claim.cases.filter(isAnswered).map((testCase) => ({ name: testCase.name, testCase }));

  it.each(cases)('$name', async ({ testCase }) => {
    const expected = JSON.stringify(await answer(graph, testCase));
    for (const seed of SEEDS) {
      const { document, names } = renameFields(parse(testCase.query), drawFrom(claim, seed));
      const renamed = await answer(graph, { ...testCase, query: print(document) });
      expect(JSON.stringify(restore(renamed, names)), print(document)).toBe(expected);
    }
  });
});

/** Names in an answer that are not those of fields cannot be told apart: not in custom scalars, nor in introspection. */
function isAnswered({ expected, query }: Case): boolean {
  return expected.errors === undefined && !/__schema|__type\b/.test(query);
}

async function answer(graph: FreshGraph, testCase: Case): Promise<unknown> {
  const { data, errors } = await graph.ask(testCase);
  expect(errors, testCase.query).toBeUndefined();
  return data;
}

/** The same name for the same response name: what merged still merges, what did not still does not. */
function renameFields(
  document: DocumentNode,
  draw: () => string,
): { document: DocumentNode; names: ReadonlyMap<string, string> } {
  const byFirst = new Map<string, string>();
  const names = new Map<string, string>();
  const nameFor = (first: string): string => {
    const known = byFirst.get(first);
    if (known) return known;
    let name = draw();
    while (names.has(name)) name = draw();
    byFirst.set(first, name);
    names.set(name, first);
    return name;
  };
  const renamed = visit(document, {
    Field: (node): FieldNode => ({
      ...node,
      alias: { kind: Kind.NAME, value: nameFor(node.alias?.value ?? node.name.value) },
    }),
  });
  return { document: renamed, names };
}

/** Names of fields of the subgraphs, then names nobody uses. */
function drawFrom(claim: Claim, seed: number): () => string {
  const used = [...new Set(claim.subgraphs.flatMap(({ sdl }) => fieldNames(sdl)))];
  const pool = ['__typename', ...used, ...used.map((name) => `${name}_client_0`), 'representations'];
  let state = seed;
  let extra = 0;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const [name] = pool.splice(state % Math.max(pool.length, 1), 1);
    extra += 1;
    return name ?? `extra_${extra}`;
  };
}

function fieldNames(sdl: string): readonly string[] {
  const names: string[] = [];
  visit(parse(sdl), { FieldDefinition: (node) => void names.push(node.name.value) });
  return names;
}

function restore(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => restore(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [names.get(name) ?? name, restore(inner, names)]),
  );
}

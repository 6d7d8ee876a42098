import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims, type Case } from './claim.ts';
import { drawFrom } from './draw.ts';
import { createFreshGraph, type FreshGraph } from './fresh-graph.ts';
import { removeFields, without } from './remove-fields.ts';

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

import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims, type Case } from './claim.ts';
import { createFreshGraph } from './fresh-graph.ts';
import type { Run } from './harness.ts';
import { REWRITINGS, type RewrittenQuery } from './rewrite-query.ts';

/**
 * The same meaning gives the same answer: every query of the suite is asked again as others might write it, and must
 * have the same data, errors in the same places, and no more calls.
 */
const claims = listClaims()
  .filter((claim) => claim.cases.some(isRewritten))
  .map((claim) => ({ name: claim.name, claim }));

describe.each(claims)('$name, written otherwise', ({ claim }) => {
  const graph = createFreshGraph(claim);
  const hasScalars = claim.subgraphs.some(({ sdl }) => /^scalar /m.test(sdl));
  const cases = claim.cases.filter(isRewritten).map((testCase) => ({ name: testCase.name, testCase }));

  it.each(cases)('$name', async ({ testCase }) => {
    const expected = await graph.run(testCase);
    for (const [way, rewrite] of Object.entries(REWRITINGS)) {
      const rewritten = rewrite(parse(testCase.query), graph.schema);
      // Names in an answer that are not those of fields cannot be told apart.
      if (rewritten.names.size > 0 && (hasScalars || OF_SCHEMA.test(testCase.query))) continue;
      // Where nothing may be seen of an object, a type name that is added to it may.
      if (rewritten.added.size > 0 && isRefused(expected)) continue;
      const query = print(rewritten.document);
      const variables = { ...testCase.request.variables, ...rewritten.variables };
      const run = await graph.run({ ...testCase, query, request: { ...testCase.request, variables } });
      const said = `${way}: ${query}\n${JSON.stringify(run.answer.errors)}`;
      expect(JSON.stringify(restore(run.answer.data, rewritten)), said).toBe(
        JSON.stringify(expected.answer.data),
      );
      expect(placesOf(run, rewritten), said).toEqual(placesOf(expected));
      expect(moreCalls(run, expected), said).toEqual([]);
    }
  });
});

const OF_SCHEMA = /__schema|__type\b/;

/** What is invalid stays invalid: there is no answer to compare. */
function isRewritten({ expected }: Case): boolean {
  return 'data' in expected;
}

const isRefused = ({ answer }: Run): boolean =>
  (answer.errors ?? []).some(({ extensions }) => /^(ACCES|AUTHENTIFICATION)_/.test(extensions?.code ?? ''));

type Restoring = Pick<RewrittenQuery, 'names' | 'added'>;

function restore(value: unknown, { names, added }: Restoring): unknown {
  if (Array.isArray(value)) return value.map((item) => restore(item, { names, added }));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !added.has(name))
      .map(([name, inner]) => [names.get(name) ?? name, restore(inner, { names, added })]),
  );
}

function placesOf({ answer }: Run, rewritten?: RewrittenQuery): readonly string[] {
  const nameOf = (step: string | number) =>
    typeof step === 'string' ? (rewritten?.names.get(step) ?? step) : step;
  return (answer.errors ?? []).map(({ path }) => JSON.stringify(path?.map(nameOf) ?? null)).toSorted();
}

function moreCalls({ calls }: Run, expected: Run): readonly string[] {
  return Object.entries(calls)
    .filter(([name, count]) => count > (expected.calls[name] ?? 0))
    .map(([name, count]) => `${name}: ${count} calls instead of ${expected.calls[name] ?? 0}`);
}

import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listClaims } from './claim.ts';
import { drawQuery } from './draw-query.ts';
import { drawFrom } from './draw.ts';
import { createFreshGraph } from './fresh-graph.ts';
import { removeFields, without } from './remove-fields.ts';

/**
 * Queries nobody wrote, over every claim's graph: each is asked whole, then with fewer fields, and the two answers must
 * agree. Planning is most often wrong when much is asked at once.
 */
const QUERIES = Number(process.env['GENERATED_QUERIES'] ?? 4);
const FIRST_SEED = Number(process.env['GENERATED_SEED'] ?? 1);
const REDUCTIONS = 3;
const DEPTH = 4;

const claims = listClaims()
  .filter((claim) => !claim.subgraphs.some(({ sdl }) => /@authenticated|percent\(/.test(sdl)))
  .map((claim) => ({ name: claim.name, claim }));

describe.each(claims)('$name, queries at random', ({ claim }) => {
  it('agree with themselves when less is asked', async () => {
    const graph = createFreshGraph(claim);
    for (let seed = FIRST_SEED; seed < FIRST_SEED + QUERIES; seed += 1) {
      const { query } = drawQuery(graph.schema, drawFrom(seed), { depth: DEPTH, withVariables: false });
      const whole = await ask(query);
      // A null that climbs hides what would be seen with less.
      if (whole.errors || whole.extensions) continue;
      for (let reduction = 1; reduction <= REDUCTIONS; reduction += 1) {
        const { document, removed } = removeFields(parse(query), drawFrom(seed * 100 + reduction));
        const reduced = await ask(print(document));
        expect(reduced.errors, `${query}\n${print(document)}`).toBeUndefined();
        const expected = without(whole.data, removed, '');
        expect(JSON.stringify(reduced.data), `${query}\n${print(document)}`).toBe(JSON.stringify(expected));
      }
    }

    function ask(query: string) {
      return graph.ask({ name: 'generated', query, expected: {}, request: {} });
    }
  });
});

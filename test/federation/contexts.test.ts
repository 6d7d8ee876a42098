import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toContractSupergraph } from '@palier/federation/contract/contract';
import { composeClaim, listClaims, type Case, type Claim } from './claim.ts';
import { differences } from './compare.ts';
import { FreshSubgraphs } from './fresh-graph.ts';
import { createGraph, createGraphApart } from './harness.ts';

const claims = listClaims().filter(({ subgraphs }) =>
  subgraphs.some(({ sdl }) => sdl.includes('@fromContext(')),
);

const URL_OF = (name: string) => `http://127.0.0.1/${name}`;

describe.each(claims.map((claim) => ({ name: claim.name, claim })))('$name, planned apart', ({ claim }) => {
  const subgraphs = new FreshSubgraphs(claim);
  let graph: Awaited<ReturnType<typeof createGraphApart>>;

  beforeAll(async () => {
    graph = await createGraphApart(composeClaim(claim, URL_OF), subgraphs.callers());
  });
  afterAll(() => graph.stop());

  it.each(claim.cases.map((testCase) => ({ name: testCase.name, testCase })))(
    '$name',
    async ({ testCase }) => {
      await subgraphs.renew();
      expect(differences(await graph.run(testCase), testCase.expected)).toEqual([]);
    },
  );
});

describe('contexts beside the rest of a graph', () => {
  it('are given from what a contract hides', async () => {
    const claim = claimNamed('arguments-from-above');
    const sdl = toContractSupergraph(composeClaim(claim, URL_OF), { exclude: ['staff'] });
    const { data, errors } = await ask(claim, sdl, '{ clinic(id: "c1") { head { badge } } }');
    expect({ data, errors }).toEqual({ data: { clinic: { head: { badge: 'd1@N' } } }, errors: undefined });
    const hidden = await ask(claim, sdl, '{ clinic(id: "c1") { code } }');
    expect(hidden.errors?.[0]?.message).toContain('Cannot query field "code"');
  });

  it('follow a field under a label to where it is', async () => {
    const claim = claimNamed('context-value-under-a-label');
    expect(claim.cases.map(({ request }) => request.labels ?? [])).toContainEqual(['moved']);
  });

  it('cannot be set by a client: their arguments are not in its schema', async () => {
    const claim = claimNamed('arguments-from-above');
    const query = '{ clinic(id: "c1") { head { badge(place: "X") } } }';
    const { errors } = await ask(claim, composeClaim(claim, URL_OF), query);
    expect(errors?.[0]?.message).toContain('Unknown argument "place"');
  });
});

function claimNamed(name: string): Claim {
  const claim = claims.find((each) => each.name === name);
  if (!claim) throw new Error(`No claim ${name}`);
  return claim;
}

async function ask(claim: Claim, supergraphSdl: string, query: string) {
  const subgraphs = new FreshSubgraphs(claim);
  await subgraphs.renew();
  const testCase: Case = { name: 'asked', query, expected: {}, request: {} };
  return (await createGraph(supergraphSdl, subgraphs.callers()).run(testCase)).answer;
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExecutePlan } from '@palier/federation/run/plan-execution';
import { executePlanByStock } from '@palier/federation/stock/stock-plan-executor';
import { tellCompletion } from '@palier/federation/stock/tell-completion';
import { composeClaim, listClaims, type Case } from './claim.ts';
import { differences } from './compare.ts';
import { FreshSubgraphs } from './fresh-graph.ts';
import { createGraph, createStockGraph, type Graph } from './harness.ts';
import { STOCK_EXECUTOR_FAULTS, STOCK_FAULTS } from './stock-faults.ts';
import { callByHttp, serveSubgraphs, type SubgraphServer } from './subgraph-calls.ts';

/** As users would have it for a plan that is not compiled. */
const runByStock: ExecutePlan = async (execution) =>
  tellCompletion(await executePlanByStock(execution), execution);

describe.each(listClaims().map((claim) => ({ name: claim.name, claim })))('$name', ({ claim }) => {
  const subgraphs = new FreshSubgraphs(claim);
  const cases = claim.cases.map((testCase) => ({ name: testCase.name, testCase }));
  let server: SubgraphServer;
  let ours: Graph;
  let oursByHttp: Graph;
  let oursOnStockExecutor: Graph;
  let stock: Graph | undefined;

  beforeAll(async () => {
    server = await serveSubgraphs(() => subgraphs.schemas);
    const supergraphSdl = composeClaim(claim, server.urlOf);
    const callers = subgraphs.callers();
    ours = createGraph(supergraphSdl, callers);
    oursByHttp = createGraph(
      supergraphSdl,
      subgraphs.callers((name) => callByHttp(server.urlOf(name))),
    );
    oursOnStockExecutor = createGraph(supergraphSdl, callers, runByStock);
    stock = await createStockGraph(supergraphSdl, callers).catch(() => undefined);
  });

  afterAll(() => server.close());

  it.each(cases)('$name: ours, in memory and through HTTP', async ({ testCase }) => {
    expect(await faultsOf(ours, testCase, testCase.expected)).toEqual([]);
    expect(await faultsOf(oursByHttp, testCase, testCase.expected)).toEqual([]);
  });

  it.each(cases)('$name: ours on the stock executor, as recorded', async ({ testCase }) => {
    const faults = await faultsOf(oursOnStockExecutor, testCase, testCase.expected);
    const isKnown = STOCK_EXECUTOR_FAULTS.has(`${claim.name}/${testCase.name}`);
    expect(faults.length > 0, faults.join('\n')).toBe(isKnown);
  });

  it.each(cases)('$name: stock, as recorded', async ({ testCase }) => {
    const faults = await faultsOf(stock, testCase, onlyAnswer(testCase.expected));
    const known = STOCK_FAULTS.get(`${claim.name}/${testCase.name}`);
    expect(faults.length > 0, known ?? faults.join('\n')).toBe(known !== undefined);
  });

  async function faultsOf(
    graph: Graph | undefined,
    testCase: Case,
    expected: Case['expected'],
  ): Promise<readonly string[]> {
    if (!graph) return ['it does not start'];
    await subgraphs.renew();
    try {
      return differences(await graph.run(testCase), expected);
    } catch (error) {
      return [String(error)];
    }
  }
});

/** Stock has codes, messages and ways of its own: only its answer counts, and where its errors are. */
function onlyAnswer({ data, errors }: Case['expected']): Case['expected'] {
  const places = Array.isArray(errors) ? errors.map(({ path }) => (path ? { path } : {})) : errors;
  return { ...(data !== undefined && { data }), ...(places && { errors: places }) };
}

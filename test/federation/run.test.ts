import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSubgraphs, composeClaim, listClaims, type Case, type Claim } from './claim.ts';
import { differences } from './compare.ts';
import { createGraph, createStockGraph, type Graph } from './harness.ts';
import type { ExecutePlan } from '../../gateway/src/planning/execute-plan.ts';
import { executePlanByStock } from '../../gateway/src/planning/stock-plan-executor.ts';
import { STOCK_EXECUTOR_FAULTS, STOCK_FAULTS } from './stock-faults.ts';
import { callByHttp, callInMemory, serveSubgraphs, type SubgraphServer } from './subgraph-calls.ts';

describe.each(listClaims().map((claim) => ({ name: claim.name, claim })))('$name', ({ claim }) => {
  let server: SubgraphServer;
  let schemas: ReadonlyMap<string, GraphQLSchema>;
  let supergraphSdl: string;

  beforeAll(async () => {
    server = await serveSubgraphs(() => schemas);
    supergraphSdl = composeClaim(claim, server.urlOf);
  });

  afterAll(() => server.close());

  it.each(claim.cases.map((testCase) => ({ name: testCase.name, testCase })))(
    '$name: ours, in memory and through HTTP',
    async ({ testCase }) => {
      const inMemory = await freshGraph(claim, (name) => callInMemory(schemaOf(name)));
      expect(differences(await inMemory.run(testCase), testCase.expected)).toEqual([]);
      const byHttp = await freshGraph(claim, (name) => callByHttp(server.urlOf(name)));
      expect(differences(await byHttp.run(testCase), testCase.expected)).toEqual([]);
    },
  );

  it.each(claim.cases.map((testCase) => ({ name: testCase.name, testCase })))(
    '$name: ours on the stock executor, as recorded',
    async ({ testCase }) => {
      const graph = await freshGraph(claim, (name) => callInMemory(schemaOf(name)), executePlanByStock);
      const isRight = differences(await graph.run(testCase), testCase.expected).length === 0;
      expect(isRight).toBe(!STOCK_EXECUTOR_FAULTS.has(`${claim.name}/${testCase.name}`));
    },
  );

  it.each(claim.cases.map((testCase) => ({ name: testCase.name, testCase })))(
    '$name: stock, as recorded',
    async ({ testCase }) => {
      const isRight = await isRightOnStock(testCase);
      const fault = STOCK_FAULTS.get(`${claim.name}/${testCase.name}`);
      expect({ isRight }, fault ?? 'no fault is recorded here').toEqual({ isRight: fault === undefined });
    },
  );

  function schemaOf(name: string): GraphQLSchema {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`No subgraph ${name}`);
    return schema;
  }

  async function freshGraph(
    { subgraphs }: Claim,
    call: (name: string) => ReturnType<typeof callInMemory>,
    executePlan?: ExecutePlan,
  ): Promise<Graph> {
    schemas = await buildSubgraphs(claim);
    const callers = new Map(subgraphs.map(({ name }) => [name, call(name)]));
    return createGraph(supergraphSdl, callers, executePlan);
  }

  async function isRightOnStock(testCase: Case): Promise<boolean> {
    schemas = await buildSubgraphs(claim);
    const callers = new Map(claim.subgraphs.map(({ name }) => [name, callInMemory(schemaOf(name))]));
    try {
      const stock = await createStockGraph(supergraphSdl, callers);
      return differences(await stock.run(testCase), onlyAnswer(testCase.expected)).length === 0;
    } catch {
      return false;
    }
  }
});

/** Stock has codes, messages and ways of its own: only its answer counts, and where its errors are. */
function onlyAnswer({ data, errors }: Case['expected']): Case['expected'] {
  const places = Array.isArray(errors) ? errors.map(({ path }) => (path ? { path } : {})) : errors;
  return { ...(data !== undefined && { data }), ...(places && { errors: places }) };
}

import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlanner } from './planner.ts';
import type { KnownGraph } from './planner-messages.ts';
import { prepareSupergraph } from '../prepare/prepare-supergraph.ts';
import { countTurns } from '../testing/count-turns.ts';
import { createWorkerPlanner, type WorkerPlanner } from './worker-planner.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** Parents and children that two subgraphs share: the number of ways to plan a path doubles at each level. */
const TREE = ['a', 'b', 'c'].map((name) => ({
  name,
  url: `http://127.0.0.1/${name}`,
  typeDefs: parse(`${LINK}
    type Query { node: Node @shareable }
    type Node @key(fields: "id") { id: ID!  left: Node @shareable  right: Node @shareable  parent: Node @shareable  ${name}: Int }`),
}));

const supergraphSdl = composeServices(TREE).supergraphSdl ?? '';

const DEADLINE_MS = 500;

const NO_LABELS: ReadonlySet<string> = new Set();

function bomb(depth: number): string {
  if (depth === 0) return 'a b c';
  const inner = bomb(depth - 1);
  return `left { ${inner} } right { ${inner} } parent { ${inner} }`;
}

describe('a planner on a thread of its own', () => {
  let worker: WorkerPlanner;

  beforeAll(async () => {
    worker = await createWorkerPlanner({ supergraphSdl, deadlineMs: DEADLINE_MS, patienceMs: 20_000 });
  });

  afterAll(() => worker.planner.stop());

  it('makes the same plans as on this thread', async () => {
    const document = parse('query Q { node { a left { b right { c } } } }');
    const here = await createPlanner(prepareSupergraph(supergraphSdl)).plan(document, 'Q', NO_LABELS);
    expect(await worker.planner.plan(document, 'Q', NO_LABELS)).toEqual(here);
  });

  it('gives the same plan object again, and makes it once when asked twice at once', async () => {
    const document = parse('{ node { c } }');
    const [first, second] = await Promise.all([
      worker.planner.plan(document, undefined, NO_LABELS),
      worker.planner.plan(document, undefined, NO_LABELS),
    ]);
    expect(first).toBe(second);
    expect(await worker.planner.plan(parse('{ node { c } }'), undefined, NO_LABELS)).toBe(first);
  });

  it('refuses what takes too long while the loop goes on, and plans the next', async () => {
    const document = parse(`{ node { ${bomb(8)} } }`);
    const turns = await countTurns(async () => {
      const long = worker.planner.plan(document, undefined, NO_LABELS);
      const next = worker.planner.plan(parse('{ node { a b } }'), undefined, NO_LABELS);
      await expect(long).rejects.toMatchObject({ code: 'PLANIFICATION_TROP_LONGUE' });
      await expect(next).resolves.toMatchObject({ plan: { kind: 'QueryPlan' } });
    });
    // A plan on this thread would be a turn or two.
    expect(turns).toBeGreaterThan(100);
  });

  it('refuses again at once what took too long a moment ago', async () => {
    const document = parse(`{ node { ${bomb(7)} c } }`);
    const refuse = (): Promise<unknown> =>
      worker.planner.plan(document, undefined, NO_LABELS).catch((error: unknown) => error);
    const first = await refuse();
    expect(first).toMatchObject({ code: 'PLANIFICATION_TROP_LONGUE' });
    expect(await refuse()).toBe(first);
  });

  it('refuses a supergraph that is not one, in French', async () => {
    await expect(createWorkerPlanner({ supergraphSdl: 'type Query { a: Int }' })).rejects.toMatchObject({
      code: 'SUPERGRAPHE_INVALIDE',
      message: expect.stringContaining('Le supergraphe ne peut pas être servi.') as string,
    });
    await expect(createWorkerPlanner({ supergraphSdl: 'not {' })).rejects.toMatchObject({
      code: 'SUPERGRAPHE_INVALIDE',
    });
  });

  it('gives the plans that were made before, and makes the others of a graph that is known', async () => {
    const document = parse('query Q { node { a left { c } } }');
    const plan = await worker.planner.plan(document, 'Q', NO_LABELS);
    const known: KnownGraph = {
      prepared: prepareSupergraph(supergraphSdl),
      apiSdl: worker.ready.apiSdl,
      plans: new Map([[worker.planner.keyOf(document, 'Q', NO_LABELS), plan]]),
    };
    const other = await createWorkerPlanner({ supergraphSdl, known });
    expect(other.ready).toMatchObject({ prepared: worker.ready.prepared, apiSdl: worker.ready.apiSdl });
    expect(await other.planner.plan(document, 'Q', NO_LABELS)).toBe(plan);
    const unknown = parse('{ node { right { b } } }');
    expect(await other.planner.plan(unknown, undefined, NO_LABELS)).toEqual(
      await worker.planner.plan(unknown, undefined, NO_LABELS),
    );
    expect(await other.check(undefined)('{ node { d } }')).toHaveLength(1);
    await other.planner.stop();
  });

  it('fails what waits when it is stopped', async () => {
    const other = await createWorkerPlanner({ supergraphSdl });
    const waiting = other.planner.plan(parse(`{ node { ${bomb(8)} } }`), undefined, NO_LABELS);
    const refused = expect(waiting).rejects.toThrow('stopped');
    await other.planner.stop();
    await refused;
  });
});

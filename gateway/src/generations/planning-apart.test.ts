import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Planning } from './planning-settings.ts';
import { NO_OPERATIONS } from './registered-operations.ts';
import { createGateway } from '../server.ts';
import { countTurns } from '@palier/federation/testing/count-turns';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { composeWideSupergraph } from '../testing/wide-supergraph.ts';
import { createGeneration, type Generation } from './generation.ts';
import { openSupergraph } from './open-supergraph.ts';
import { SILENT } from '../testing/loggers.ts';

const WIDE = composeWideSupergraph(60);

const GRAPH = {
  introspection: true,
  contracts: [],
  registered: NO_OPERATIONS,
  shipped: NO_OPERATIONS,
  activeLabels: new Set<string>(),
  observer: {},
  logger: SILENT,
};
const CALLER = { call: () => Promise.resolve({ data: {} }) };

/** Turns of the loop while a supergraph of 80 kB is made ready. */
async function turnsWhileMade(place: Planning['place']): Promise<number> {
  let generation: Generation | undefined;
  const turns = await countTurns(async () => {
    generation = await createGeneration(
      { sdl: WIDE, digest: 'large' },
      { ...GRAPH, planning: { place, timeoutMs: 2_000 }, callersReady: undefined, callerOf: () => CALLER },
    );
  });
  await generation?.stop();
  return turns;
}

it('a supergraph is made ready while the loop goes on, where its place is apart', async () => {
  expect(WIDE.length).toBeGreaterThan(80_000);
  expect(await turnsWhileMade('APART')).toBeGreaterThan(100);
  expect(await turnsWhileMade(createFederationExecutor)).toBeLessThan(10);
});

describe('with the planner on a thread of its own', () => {
  it('a supergraph that was rewritten takes over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'palier-apart-'));
    const path = join(folder, 'supergraph.graphql');
    await writeFile(path, composeWideSupergraph(3));
    const planning = { place: 'APART', timeoutMs: 2_000 } as const;
    const served = await openSupergraph(
      { path },
      { ...GRAPH, operationsFolder: undefined, planning, createCaller: () => CALLER },
    );
    await writeFile(path, composeWideSupergraph(3, 'ajout: Int'));
    await served.reload();
    const { schema } = served.current().of(undefined).graph;
    expect(schema.getQueryType()?.getFields()).toHaveProperty('ajout');
    await served.stop();
    await rm(folder, { recursive: true });
  });

  it('an operation is answered, a broken supergraph is refused with the engine’s reason', async () => {
    const gateway = await createGateway({
      supergraph: { sdl: composeTwoSubgraphs() },
      callers: createTwoCallers(),
      logger: SILENT,
    });
    expect(await gateway.execute({ query: '{ total }' })).toEqual({ data: { total: 3000 } });
    await gateway.stop();
    await expect(
      createGateway({ supergraph: { sdl: 'type Query { a: Int }' }, logger: SILENT }),
    ).rejects.toThrow(/ne peut être servi/);
  });

  it('a plan that takes too long is given up, and the next operation is planned', async () => {
    const gateway = await createGateway({
      supergraph: { sdl: WIDE },
      callers: () => ({ call: () => Promise.resolve({ data: { a: { a0: 'x' } } }) }),
      planning: { place: 'APART', timeoutMs: 1_500 },
      logger: SILENT,
    });
    const link = ['a', 'b', 'c', 'd'].map((name) => `${name}Suivant`);
    let set = 'a0 b0 c0 d0';
    for (let level = 0; level < 7; level += 1) set = link.map((name) => `${name} { ${set} }`).join(' ');
    const { errors } = await gateway.execute({ query: `{ a { ${set} } }` });
    expect(errors?.[0]?.extensions?.['code']).toBe('PLANIFICATION_TROP_LONGUE');
    // On a busy machine another thread may take longer to be ready than an operation waits.
    await expect.poll(() => gateway.execute({ query: '{ a { a0 } }' })).toEqual({ data: { a: { a0: 'x' } } });
    await gateway.stop();
  });
});

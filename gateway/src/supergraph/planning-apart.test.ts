import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_OPERATIONS } from '../operation/registered-operations.ts';
import { createGateway } from '../server.ts';
import { measureLongestTurn } from '../testing/longest-turn.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../testing/two-subgraphs.ts';
import { composeWideSupergraph } from '../testing/wide-supergraph.ts';
import { openSupergraph, type ServedSupergraph } from './open-supergraph.ts';

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const FIRST = composeWideSupergraph(60);
const SECOND = composeWideSupergraph(60, 'ajout: Int');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Threads are told by the system alone, where it tells them. */
function heldNow(): { readonly heapMiB: number; readonly threads: number } {
  collect();
  collect();
  const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task').length : 0;
  return { heapMiB: process.memoryUsage().heapUsed / 1_048_576, threads };
}

let folder: string;
let path: string;
let served: ServedSupergraph;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-apart-'));
  path = join(folder, 'supergraph.graphql');
  await writeFile(path, FIRST);
  served = await openSupergraph(
    { path },
    {
      introspection: true,
      contracts: [],
      registered: NO_OPERATIONS,
      activeLabels: new Set<string>(),
      planning: { place: 'A_PART', timeoutMs: 2_000 },
      observer: {},
      createCaller: () => ({ call: () => Promise.resolve({ data: {} }) }),
      logger: SILENT,
    },
  );
});
afterAll(async () => {
  await served.stop();
  await rm(folder, { recursive: true });
});

describe('with the planner on a thread of its own', () => {
  it('a reload of an 80 kB supergraph holds the loop less than 50 ms', async () => {
    expect(FIRST.length).toBeGreaterThan(80_000);
    const turns: number[] = [];
    for (const sdl of [SECOND, FIRST, SECOND]) {
      await writeFile(path, sdl);
      turns.push(await measureLongestTurn(() => served.reload()));
    }
    // The code that makes the schemas is compiled while it runs the first times.
    expect(Math.min(...turns)).toBeLessThan(50);
  });

  it('reloads lose no operation, and leave neither memory nor threads', async () => {
    const file = join(folder, 'small.graphql');
    const texts = [
      composeTwoSubgraphs(),
      composeTwoSubgraphs(undefined, '\nextend type Query { ajout: String }'),
    ];
    await writeFile(file, texts[0] ?? '');
    let swaps = 0;
    const gateway = await createGateway({
      supergraph: { path: file },
      callers: createTwoCallers(),
      logger: { ...SILENT, info: () => (swaps += 1) },
    });
    const answers = { right: 0, wrong: 0 };
    let isOver = false;
    const keepAsking = async (): Promise<void> => {
      while (!isOver) {
        const { data, errors } = await gateway.execute({ query: '{ total regions { nom population } }' });
        answers[data?.['total'] === 3000 && errors === undefined ? 'right' : 'wrong'] += 1;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    };
    const reload = async (): Promise<void> => {
      const expected = swaps + 1;
      await writeFile(`${file}.new`, texts[expected % 2] ?? '');
      await rename(`${file}.new`, file);
      while (swaps < expected) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const client = keepAsking();
    for (let round = 0; round < 2; round += 1) await reload();
    const before = heldNow();
    for (let round = 0; round < 5; round += 1) await reload();
    const after = heldNow();
    isOver = true;
    await client;
    await gateway.stop();
    expect(answers.wrong).toBe(0);
    expect(answers.right).toBeGreaterThan(20);
    // A thread holds some 30 MiB outside of this heap; five generations would weigh some 5 MiB in it.
    expect(after.heapMiB - before.heapMiB).toBeLessThan(4);
    expect(after.threads - before.threads).toBeLessThan(3);
  }, 300_000);

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
      supergraph: { sdl: FIRST },
      callers: () => ({ call: () => Promise.resolve({ data: { a: { a0: 'x' } } }) }),
      planning: { place: 'A_PART', timeoutMs: 1_500 },
      logger: SILENT,
    });
    const link = ['a', 'b', 'c', 'd'].map((name) => `${name}Suivant`);
    let set = 'a0 b0 c0 d0';
    for (let level = 0; level < 7; level += 1) set = link.map((name) => `${name} { ${set} }`).join(' ');
    const { errors } = await gateway.execute({ query: `{ a { ${set} } }` });
    expect(errors?.[0]?.extensions?.['code']).toBe('PLANIFICATION_TROP_LONGUE');
    expect(await gateway.execute({ query: '{ a { a0 } }' })).toEqual({ data: { a: { a0: 'x' } } });
    await gateway.stop();
  });
});

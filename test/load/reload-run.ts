import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Logger } from '@palier/gateway/base/logger';
import { createGateway } from '@palier/gateway';
import { composeTwoSubgraphs } from '@palier/gateway/testing/two-subgraphs';
import { composeWideSupergraph } from '@palier/gateway/testing/wide-supergraph';
import { measureLongestTurn } from './longest-turn.ts';

/** Reloads of one graph under traffic. Bytes and milliseconds. */
export interface ReloadFigures {
  readonly graph: string;
  readonly sdlBytes: number;
  readonly reloads: number;
  /** Longest turn of the loop during each reload. */
  readonly turnsMs: readonly number[];
  readonly requests: { readonly right: number; readonly wrong: number };
  readonly heapGrowth: number;
  readonly threadsLeft: number;
}

interface ReloadedGraph {
  readonly name: string;
  readonly texts: readonly [string, string];
  readonly query: string;
  readonly data: Record<string, unknown>;
}

/** Reloads before anything is counted: code is compiled, and caches fill, while it runs the first times. */
const UNCOUNTED = 5;
/** After a swap the former graph is stopped. */
const SETTLE_MS = 100;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const [rounds = '20', endurance = '200', palier = ''] = process.argv.slice(2);

const PALIER = readFileSync(palier, 'utf8');
const GRAPHS: readonly (ReloadedGraph & { readonly rounds: number })[] = [
  {
    name: 'Palier',
    texts: [PALIER, `${PALIER}\n# again\n`],
    query: '{ regions { nom } }',
    data: { regions: [{ nom: 'Bas-Saint-Laurent' }] },
    rounds: Number(rounds),
  },
  {
    name: 'sixty entities in four subgraphs',
    texts: [composeWideSupergraph(60), composeWideSupergraph(60, 'ajout: Int')],
    query: '{ a { a0 } }',
    data: { a: { a0: 'x' } },
    rounds: Number(rounds),
  },
  {
    name: 'two entities, many reloads',
    texts: [composeTwoSubgraphs(), composeTwoSubgraphs(undefined, '\nextend type Query { ajout: String }')],
    query: '{ total }',
    data: { total: 3000 },
    rounds: Number(endurance),
  },
];
async function measure({ name, texts, query, data }: ReloadedGraph, reloads: number): Promise<ReloadFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-reload-'));
  const path = join(folder, 'supergraph.graphql');
  writeFileSync(path, texts[0]);
  const swaps = new Swaps();
  const gateway = await createGateway({
    supergraph: { path },
    callers: () => ({ call: () => Promise.resolve({ data: structuredClone(data) }) }),
    logger: swaps.logger,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  const clients = fork(join(import.meta.dirname, 'clients.js'), [
    `${url}/graphql`,
    query,
    JSON.stringify({ data }),
  ]);
  let rank = 0;
  const reload = async (): Promise<void> => {
    rank += 1;
    const swapped = swaps.next();
    writeFileSync(`${path}.new`, texts[rank % 2] ?? '');
    renameSync(`${path}.new`, path);
    await swapped;
    await wait(SETTLE_MS);
  };
  for (let round = 0; round < UNCOUNTED; round += 1) await reload();
  const before = settled();
  const turnsMs: number[] = [];
  for (let round = 0; round < reloads; round += 1) turnsMs.push(await measureLongestTurn(reload));
  const after = settled();
  const requests = new Promise<ReloadFigures['requests']>((resolve) =>
    clients.once('message', resolve as never),
  );
  clients.send('stop');
  const figures = {
    graph: name,
    sdlBytes: Buffer.byteLength(texts[0]),
    reloads,
    turnsMs,
    requests: await requests,
    heapGrowth: after.heap - before.heap,
    threadsLeft: after.threads - before.threads,
  };
  await gateway.stop();
  rmSync(folder, { recursive: true });
  return figures;
}

function settled(): { readonly heap: number; readonly threads: number } {
  collect();
  collect();
  return { heap: process.memoryUsage().heapUsed, threads: readdirSync('/proc/self/task').length };
}

/** Tells when the gateway says that it serves another graph. */
class Swaps {
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  readonly logger: Logger = {
    debug: () => undefined,
    info: (message) => {
      if (message.includes('supergraphe')) this.#resolve();
    },
    warn: () => undefined,
    error: (message, fields) => this.#reject(new Error(`${message} ${JSON.stringify(fields)}`)),
  };

  next(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }
}

for (const { rounds: count, ...graph } of GRAPHS) process.send?.(await measure(graph, count));
process.exit(0);

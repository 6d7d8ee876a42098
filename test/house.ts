import { type Gateway, createGateway } from '@palier/gateway';
import { DEFAULT_SETTINGS } from '@palier/gateway/environment';
import { createHttpCaller } from '@palier/gateway/subgraphs/http/http-caller';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { createKeptValues } from '@palier/runtime/kept-values';
import { type ServedSubgraph, serveSubgraph } from '@palier/runtime/serve';
import type { Subgraph } from '@palier/runtime/subgraph';
import { LEVELS } from '@palier/start/levels';
import { type House, type HouseOptions, SUPERGRAPH, openHouse } from '@palier/start/open-house';
import { PREPARED } from '@palier/start/prepared-birth';
import { inject } from 'vitest';
import { PLANNING } from './planning.ts';
import { copyDatabase } from './postgres.ts';

/** The whole, as an outside caller meets it, whatever it runs on. */
export interface TestHouse {
  readonly gateway: Gateway;
  readonly database: Database;
  close(): Promise<void>;
}

export interface Arrangement {
  readonly name: string;
  open(): Promise<TestHouse>;
}

const DEMONSTRATION = { demonstration: 'CHARGEE' } as const;

/** The embedded database that every test starts from: born and consolidated, as an installation prepares it. */
export function snapshotLocation(): DatabaseLocation {
  return { kind: 'memory', prepared: PREPARED };
}

/** In memory and apart, embedded and on the Postgres server when there is one. */
export function listArrangements(): Arrangement[] {
  const serverUrl = inject('serverUrl');
  const engines = [
    { engine: 'PGlite', onEngine: (open: OpenAt) => open(snapshotLocation()) },
    ...(serverUrl === undefined
      ? []
      : [{ engine: 'PostgreSQL', onEngine: (open: OpenAt) => openOnCopy(serverUrl, open) }]),
  ];
  return engines.flatMap(({ engine, onEngine }) => [
    { name: `in memory, on ${engine}`, open: () => onEngine(openTogether) },
    { name: `apart, on ${engine}`, open: () => onEngine(openApart) },
  ]);
}

type OpenAt = (location: DatabaseLocation) => Promise<TestHouse>;

/** What one test writes there, no other sees. */
async function openOnCopy(serverUrl: string, open: OpenAt): Promise<TestHouse> {
  const copy = await copyDatabase(serverUrl);
  const house = await open({ kind: 'server', url: copy.url });
  return { ...house, close: () => house.close().finally(() => copy.close()) };
}

let shared: Promise<TestHouse> | undefined;

/** For what only reads: one house a worker, in memory, embedded, which every file of the worker asks and none closes. */
export async function openTestHouse(): Promise<TestHouse> {
  shared ??= openOwnHouse();
  return { ...(await shared), close: () => Promise.resolve() };
}

/** The same for this file alone: it writes, counts, or looks at what is kept. */
export function openOwnHouse(options: Partial<HouseOptions> = {}): Promise<House> {
  return openTogether(snapshotLocation(), options);
}

/** The graph and nothing beside it: what ships with the pages would be planned meanwhile. */
function openTogether(location: DatabaseLocation, options: Partial<HouseOptions> = {}): Promise<House> {
  return openHouse({
    location,
    data: DEMONSTRATION,
    logLevel: 'error',
    planning: PLANNING,
    mounts: [],
    ...options,
  });
}

/** What one query cost. */
interface Cost {
  /** Calls to each subgraph. */
  readonly calls: Readonly<Record<string, number>>;
  readonly statements: readonly string[];
}

export interface CountingHouse extends TestHouse {
  /** Runs the query once to plan it, then counts. */
  costOf(query: string): Promise<Cost>;
}

/** What is counted is what a first request takes: none finds what another has read. */
function withNothingKept({ createContext }: Subgraph): Subgraph['createContext'] {
  return (...who) => ({ ...createContext(...who), kept: createKeptValues() });
}

/** A house in memory that counts the calls to its subgraphs and their SQL statements. */
export async function openCountingHouse(): Promise<CountingHouse> {
  const database = await openDatabase(snapshotLocation());
  const subgraphs = new Map<string, Subgraph>();
  for (const definition of LEVELS)
    subgraphs.set(definition.name, await definition.open(database, DEMONSTRATION));
  let calls: Record<string, number> = {};
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logLevel: 'error',
    callers: ({ name }) => {
      const subgraph = subgraphs.get(name);
      if (subgraph === undefined) return undefined;
      const caller = createInMemoryCaller({ ...subgraph, createContext: withNothingKept(subgraph) });
      return {
        call: (request) => {
          calls[name] = (calls[name] ?? 0) + 1;
          return caller.call(request);
        },
      };
    },
  });
  return {
    gateway,
    database,
    close: async () => {
      await gateway.stop();
      await database.close();
    },
    costOf: async (query) => {
      await gateway.execute({ query });
      calls = {};
      const statements: string[] = [];
      const stop = database.onStatement((text) => statements.push(text));
      const { errors } = await gateway.execute({ query });
      const counted = calls;
      calls = {};
      stop();
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return { calls: counted, statements };
    },
  };
}

/** Each subgraph behind its own port, reached over HTTP. */
async function openApart(location: DatabaseLocation): Promise<TestHouse> {
  const database = await openDatabase(location);
  const served = new Map<string, ServedSubgraph>();
  for (const definition of LEVELS) {
    const subgraph = await definition.open(database, DEMONSTRATION);
    served.set(definition.name, await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1' }));
  }
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logLevel: 'error',
    callers: ({ name }) => createHttpCaller({ name, url: served.get(name)?.url }, HTTP),
  });
  return {
    gateway,
    database,
    close: async () => {
      await gateway.stop();
      await Promise.all([...served.values()].map((subgraph) => subgraph.stop()));
      await database.close();
    },
  };
}

const HTTP = {
  timeoutMs: 20_000,
  maxAnswerBytes: DEFAULT_SETTINGS.maxSubgraphAnswerBytes,
  concurrency: 16,
  forwardedHeaders: [],
};

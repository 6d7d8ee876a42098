import { readFileSync } from 'node:fs';
import { etablissements } from '@palier/etablissements';
import { type Gateway, createGateway } from '@palier/gateway';
import { DEFAULT_SETTINGS } from '@palier/gateway/environment';
import { createHttpCaller } from '@palier/gateway/http-caller';
import { createInMemoryCaller } from '@palier/gateway/in-memory-caller';
import { msss } from '@palier/msss';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { createKeptValues } from '@palier/runtime/kept-values';
import { type ServedSubgraph, serveSubgraph } from '@palier/runtime/serve';
import type { Subgraph } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';
import { SUPERGRAPH, openHouse } from '@palier/start/open-house';
import { inject } from 'vitest';

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

export const DEFINITIONS = [msss, santeQuebec, etablissements] as const;
const DEMONSTRATION = { demonstration: 'CHARGEE' } as const;

/** The embedded database that every test starts from. */
export function snapshotLocation(): DatabaseLocation {
  return { kind: 'memory', snapshot: new Blob([readFileSync(inject('snapshot'))]) };
}

/** In memory and apart, embedded and on the Postgres server when there is one. */
export function listArrangements(): Arrangement[] {
  const serverUrl = inject('serverUrl');
  const engines = [
    { engine: 'PGlite', location: snapshotLocation() },
    ...(serverUrl === undefined
      ? []
      : [{ engine: 'PostgreSQL', location: { kind: 'server', url: serverUrl } as const }]),
  ];
  return engines.flatMap(({ engine, location }) => [
    { name: `in memory, on ${engine}`, open: () => openTogether(location) },
    { name: `apart, on ${engine}`, open: () => openApart(location) },
  ]);
}

/** The cheapest house: in memory, embedded. */
export function openTestHouse(): Promise<TestHouse> {
  return openTogether(snapshotLocation());
}

function openTogether(location: DatabaseLocation): Promise<TestHouse> {
  return openHouse({ location, data: DEMONSTRATION, logLevel: 'error' });
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
  for (const definition of DEFINITIONS)
    subgraphs.set(definition.name, await definition.open(database, DEMONSTRATION));
  let calls: Record<string, number> = {};
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
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
      stop();
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return { calls, statements };
    },
  };
}

/** Each subgraph behind its own port, reached over HTTP. */
async function openApart(location: DatabaseLocation): Promise<TestHouse> {
  const database = await openDatabase(location);
  const served = new Map<string, ServedSubgraph>();
  for (const definition of DEFINITIONS) {
    const subgraph = await definition.open(database, DEMONSTRATION);
    served.set(definition.name, await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1' }));
  }
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
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

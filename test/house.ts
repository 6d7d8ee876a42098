import { readFileSync } from 'node:fs';
import { etablissements } from '@palier/etablissements';
import { type Gateway, createGateway } from '@palier/gateway';
import { DEFAULT_SETTINGS } from '@palier/gateway/environment';
import { createHttpCaller } from '@palier/gateway/http-caller';
import { msss } from '@palier/msss';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { type ServedSubgraph, serveSubgraph } from '@palier/runtime/serve';
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

const DEMONSTRATION = { demonstration: 'CHARGEE' } as const;

/** In memory and apart, embedded and on the Postgres server when there is one. */
export function listArrangements(): Arrangement[] {
  const embedded: DatabaseLocation = { kind: 'memory', snapshot: new Blob([readFileSync(inject('snapshot'))]) };
  const serverUrl = inject('serverUrl');
  const engines = [
    { engine: 'PGlite', location: embedded },
    ...(serverUrl === undefined ? [] : [{ engine: 'PostgreSQL', location: { kind: 'server', url: serverUrl } as const }]),
  ];
  return engines.flatMap(({ engine, location }) => [
    { name: `in memory, on ${engine}`, open: () => openTogether(location) },
    { name: `apart, on ${engine}`, open: () => openApart(location) },
  ]);
}

/** The cheapest house: in memory, embedded. */
export function openTestHouse(): Promise<TestHouse> {
  return openTogether({ kind: 'memory', snapshot: new Blob([readFileSync(inject('snapshot'))]) });
}

function openTogether(location: DatabaseLocation): Promise<TestHouse> {
  return openHouse({ location, data: DEMONSTRATION, logLevel: 'error' });
}

/** Each subgraph behind its own port, reached over HTTP. */
async function openApart(location: DatabaseLocation): Promise<TestHouse> {
  const database = await openDatabase(location);
  const served = new Map<string, ServedSubgraph>();
  for (const definition of [msss, santeQuebec, etablissements]) {
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

import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { serveSubgraph, type ServedSubgraph } from '@palier/runtime/serve';
import { LEVELS } from '@palier/start/levels';

/** The levels, real, each behind a port of its own, on one database. */
export interface ServedLevels {
  readonly urls: Readonly<Record<string, string>>;
  readonly database: Database;
  close(): Promise<void>;
}

export async function openServedLevels(location: DatabaseLocation): Promise<ServedLevels> {
  const database = await openDatabase(location);
  const served = new Map<string, ServedSubgraph>();
  for (const definition of LEVELS) {
    const subgraph = await definition.open(database, { demonstration: 'CHARGEE' });
    served.set(definition.name, await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1' }));
  }
  return {
    urls: Object.fromEntries([...served].map(([name, { url }]) => [name, url])),
    database,
    close: async () => {
      await Promise.all([...served.values()].map((subgraph) => subgraph.stop()));
      await database.close();
    },
  };
}

import { fileURLToPath } from 'node:url';
import { etablissements } from '@palier/etablissements';
import { type Gateway, type GatewayOptions, createGateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/in-memory-caller';
import { msss } from '@palier/msss';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import type { Subgraph, SubgraphSettings } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';
import { consolidateCampagne } from '@palier/sante-quebec/consolidation';

export const SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));

export interface HouseOptions extends Omit<GatewayOptions, 'supergraph' | 'callers'> {
  readonly location: DatabaseLocation;
  readonly data: SubgraphSettings;
}

/** The gateway and its three subgraphs in one process, on one database. */
export interface House {
  readonly gateway: Gateway;
  readonly database: Database;
  /** Rebuilds Santé Québec's copy of the results, through the graph, when they have changed. */
  consolidate(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse({ location, data, ...options }: HouseOptions): Promise<House> {
  const database = await openDatabase(location);
  try {
    const subgraphs = await openSubgraphs(database, data);
    const gateway = await createGateway({
      ...options,
      supergraph: { path: SUPERGRAPH },
      callers: ({ name }) => {
        const subgraph = subgraphs.get(name);
        return subgraph === undefined ? undefined : createInMemoryCaller(subgraph);
      },
    });
    return {
      gateway,
      database,
      consolidate: async () => {
        await consolidateCampagne({ database, graph: askGraph(gateway), now: () => new Date() });
      },
      close: async () => {
        await gateway.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Asks the composed graph from inside the process, as any client would. */
export function askGraph(gateway: Gateway) {
  return async (query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const { data, errors } = await gateway.execute({ query, variables });
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  };
}

/** One after the other: an embedded database has one connection. */
async function openSubgraphs(database: Database, data: SubgraphSettings): Promise<Map<string, Subgraph>> {
  const subgraphs = new Map<string, Subgraph>();
  for (const definition of [msss, santeQuebec, etablissements]) {
    subgraphs.set(definition.name, await definition.open(database, data));
  }
  return subgraphs;
}

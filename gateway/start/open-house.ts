import { fileURLToPath } from 'node:url';
import { etablissements } from '@palier/etablissements';
import { type Gateway, type GatewayOptions, type SubgraphCaller, createGateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/in-memory-caller';
import { msss } from '@palier/msss';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import type { Subgraph, SubgraphSettings } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';
import { type ConsolidationOutcome, consolidateCampagne } from '@palier/sante-quebec/consolidation';

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
  consolidate(): Promise<ConsolidationOutcome>;
  close(): Promise<void>;
}

/** The gateway prepares the supergraph, mostly on another thread, while the database opens and the levels load. */
export async function openHouse({ location, data, ...options }: HouseOptions): Promise<House> {
  const opening = openLevels(location, data);
  const preparing = createGateway({
    ...options,
    supergraph: { path: SUPERGRAPH },
    callers: opening.then(
      ({ callers }) =>
        ({ name }) =>
          callers.get(name),
    ),
  });
  const [levels, gateway] = await allOrNone(opening, preparing);
  const { database, subgraphs } = levels;
  return {
    gateway,
    database,
    consolidate: async () => {
      const graph = askGraph(gateway);
      const outcome = await consolidateCampagne({ database, graph, now: () => new Date() });
      // Whoever asks next is answered from it, even where changes are announced from afar.
      await subgraphs.get(santeQuebec.name)?.dataVersion.refresh();
      return outcome;
    },
    close: async () => {
      await gateway.stop();
      await database.close();
    },
  };
}

interface OpenLevels {
  readonly database: Database;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
}

async function openLevels(location: DatabaseLocation, data: SubgraphSettings): Promise<OpenLevels> {
  const database = await openDatabase(location);
  try {
    const subgraphs = await openSubgraphs(database, data);
    const callers = [...subgraphs].map(([name, subgraph]) => [name, createInMemoryCaller(subgraph)] as const);
    return { database, subgraphs, callers: new Map(callers) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What fails first is what is told, and whatever had opened is closed. */
async function allOrNone(
  opening: Promise<OpenLevels>,
  preparing: Promise<Gateway>,
): Promise<[OpenLevels, Gateway]> {
  try {
    return await Promise.all([opening, preparing]);
  } catch (error) {
    // Nothing is lost with a gateway that is not ready yet; a database must be closed before the program ends.
    void preparing.then(
      (gateway) => gateway.stop(),
      () => undefined,
    );
    await opening.then(
      ({ database }) => database.close(),
      () => undefined,
    );
    throw error;
  }
}

/** Asks the composed graph from inside the process, as nobody known; only the text need not be registered. */
export function askGraph(gateway: Gateway) {
  return async (query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const { data, errors } = await gateway.execute({ query, variables, asker: 'PROGRAMME' });
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

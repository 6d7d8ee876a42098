import { fileURLToPath } from 'node:url';
import { type Gateway, type GatewayOptions, type SubgraphCaller, createGateway } from '@palier/gateway';
import { DEFAULT_SETTINGS } from '@palier/gateway/environment';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { MEMORY } from '@palier/federation/memory/memory-budget';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { type AskGraph, toGraphFault } from '@palier/runtime/ask-graph';
import { createEphemeralKeys, type JournalKeys, openKeyFolder } from '@palier/runtime/journal/journal-keys';
import type { Subgraph, SubgraphDefinition, SubgraphSettings, Surroundings } from '@palier/runtime/subgraph';
import { santeQuebec } from '@palier/sante-quebec';
import {
  type ConsolidationOutcome,
  consolidateDue,
  type DueOutcome,
} from '@palier/sante-quebec/consolidation';
import { LEVELS } from './levels.ts';
import { listMounts } from './list-mounts.ts';

export const SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url));

/** With all that is served beside the graph, unless `mounts` are given. */
export interface HouseOptions extends Omit<GatewayOptions, 'supergraph' | 'callers'> {
  readonly location: DatabaseLocation;
  /** Where the data of each level are, by its name, when they have one address each. */
  readonly locations?: Readonly<Record<string, DatabaseLocation>> | undefined;
  readonly data: SubgraphSettings;
  /** Where the keys are that the journals are signed with; without, they last as long as the house. */
  readonly keysFolder?: string | undefined;
  /** Told, in French, each part that is ready. */
  readonly tell?: ((ready: string) => void) | undefined;
}

/** The gateway and its subgraphs in one process, on one database or one each. */
export interface House {
  readonly gateway: Gateway;
  /** That of all the levels; or, where each has its own, that of Santé Québec, which consolidates. */
  readonly database: Database;
  /** Whose public halves check the receipts of its acts. */
  readonly journalKeys: JournalKeys;
  /** Rebuilds Santé Québec's copy of the results, through the graph, of each campagne whose bilans may still change. */
  consolidateDue(): Promise<DueOutcome>;
  /** The same; raises what stopped one of them. */
  consolidate(): Promise<readonly ConsolidationOutcome[]>;
  /** Called when the data of a level have changed. Returns what ends the listening. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The gateway prepares the supergraph, mostly on another thread, while the database opens and the levels load. */
export async function openHouse({
  location,
  locations,
  data,
  keysFolder,
  tell = () => undefined,
  ...options
}: HouseOptions): Promise<House> {
  const keys = keysFolder === undefined ? createEphemeralKeys() : openKeyFolder(keysFolder);
  // The levels open before the gateway is ready: what they ask of the graph waits for it.
  const graph: AskGraph = async (query, variables) => askGraph(await preparing)(query, variables);
  const around = { keys, graph, memory: MEMORY };
  const opening = openLevels(({ name }) => locations?.[name] ?? location, data, around, tell);
  const preparing = createGateway({
    ...options,
    supergraph: { path: SUPERGRAPH },
    mounts: options.mounts ?? listMounts({ mcp: options.mcp ?? DEFAULT_SETTINGS.mcp }),
    otherParts: [{ name: 'Base de données', check: async () => (await opening).database.ping() }],
    callers: opening.then(
      ({ callers }) =>
        ({ name }) =>
          callers.get(name),
    ),
  });
  const [levels, gateway] = await allOrNone(opening, preparing);
  const { database, subgraphs, closeDatabases } = levels;
  const consolidate = async (): Promise<DueOutcome> => {
    const due = await consolidateDue({ database, graph: askGraph(gateway), now: () => new Date() });
    // Whoever asks next is answered from it, even where changes are announced from afar.
    await subgraphs.get(santeQuebec.name)?.dataVersion.refresh();
    return due;
  };
  return {
    gateway,
    database,
    journalKeys: keys,
    consolidateDue: consolidate,
    consolidate: async () => {
      const { outcomes, failures } = await consolidate();
      for (const { error } of failures) throw error;
      return outcomes;
    },
    onChange: (listener) => {
      const ends = [...subgraphs.values()].map(({ dataVersion }) => dataVersion.onChange(listener));
      return () => ends.forEach((end) => end());
    },
    close: async () => {
      await gateway.stop();
      await closeDatabases();
    },
  };
}

interface OpenLevels {
  readonly database: Database;
  readonly closeDatabases: () => Promise<void>;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  readonly callers: ReadonlyMap<string, SubgraphCaller>;
}

/** One after the other: an embedded database has one connection. */
async function openLevels(
  locate: (definition: SubgraphDefinition) => DatabaseLocation,
  data: SubgraphSettings,
  surroundings: Surroundings,
  tell: (ready: string) => void,
): Promise<OpenLevels> {
  const databases = new Map<DatabaseLocation, Database>();
  const closeDatabases = async (): Promise<void> => {
    await Promise.all([...databases.values()].map((database) => database.close()));
  };
  const openAt = async (location: DatabaseLocation): Promise<Database> => {
    const known = databases.get(location);
    if (known !== undefined) return known;
    const database = await openDatabase(location);
    databases.set(location, database);
    tell('la base de données');
    return database;
  };
  try {
    const subgraphs = new Map<string, Subgraph>();
    // Where one is refused, none was changed.
    for (const definition of LEVELS)
      await definition.refuseUnfit((await openAt(locate(definition))).kysely, data);
    for (const definition of LEVELS) {
      const database = await openAt(locate(definition));
      subgraphs.set(definition.name, await definition.open(database, data, surroundings));
      tell(`le palier ${definition.name}, ${subgraphs.size} de ${LEVELS.length}`);
    }
    const callers = [...subgraphs].map(([name, subgraph]) => [name, createInMemoryCaller(subgraph)] as const);
    const database = await openAt(locate(santeQuebec));
    return { database, closeDatabases, subgraphs, callers: new Map(callers) };
  } catch (error) {
    // What stopped the opening is what is told, even when the closing fails for it too.
    await closeDatabases().catch(() => undefined);
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
      ({ closeDatabases }) => closeDatabases(),
      () => undefined,
    );
    throw error;
  }
}

/** Asks the composed graph from inside the process, as nobody known; only the text need not be registered. */
export function askGraph(gateway: Gateway): AskGraph {
  return async (query, variables) => {
    const { data, errors } = await gateway.execute({ query, variables, asker: 'PROGRAM' });
    if (errors !== undefined) throw toGraphFault(errors);
    return data;
  };
}

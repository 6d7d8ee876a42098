import type { GraphQLSchema } from 'graphql';
import type { Kysely } from 'kysely';
import { withRegle } from '../acts/refus.ts';
import { type SubgraphContext, type Work, createContext } from '../request/context.ts';
import { type DataVersion, followVersion } from '../data/data-version.ts';
import { askedBy, type Database } from '../data/database.ts';
import type { AskGraph } from '../calls/ask-graph.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { COUNTERSIGN_FIELDS } from '../journal/countersign.ts';
import { createJournalResolver } from '../acts/journal.resolver.ts';
import { createEphemeralKeys, type JournalKeys } from '../journal/journal-keys.ts';
import { keepTrying, type Said } from '../journal/keep-trying.ts';
import { openLevelJournal } from '../journal/open-level-journal.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { keepByVersion, type Memory } from '../data/kept-values.ts';
import { FOR_EVER, isLongPast, NEVER } from '../calls/instant-header.ts';
import { createDifferencesResolver } from '../history/differences.ts';
import { openHistory } from '../memory/history.ts';
import { openLevelMemory } from '../memory/level-memory.ts';
import type { Withheld } from '../memory/read-at.ts';
import { withMeasure } from '../data/measure.ts';
import type { Asker } from '@palier/calls/asker';
import type { Measure } from '@palier/calls/measure';
import { type FederatedSchema, buildFederatedSchema } from '../graph/federated-schema.ts';
import { type Entity, gatherEntities } from './entity.ts';
import {
  type LevelData,
  prepareData,
  refuseUnfit,
  requirePrepared,
  type SubgraphSettings,
} from './prepare-data.ts';
import { ANONYMOUS, type Identity } from '@palier/calls/identity';

export type { SubgraphSettings } from './prepare-data.ts';

/** The rows that one of a table is made of: in which other one, and the column that names it by its `id`. */
export interface MadeOf {
  readonly table: string;
  readonly column: string;
}

export interface SubgraphOptions extends LevelData {
  /** The name in the supergraph, and of the Postgres schema: `msss`, `sante-quebec`, `etablissements`. */
  readonly name: string;
  /** All that it has in the graph, by any names. */
  readonly entities: Readonly<Record<string, Entity>>;
  /** Tables that hold copies: of what other levels say, made again from the graph, or of what somebody imported. No act makes them. */
  readonly copies?: readonly string[];
  /** Tables of what was drawn at random and that nobody reads: neither remembered nor made by acts, and not the same in another folder. */
  readonly secrets?: readonly string[];
  /** Tables whose rows are made of those of another, which are owned: what an act of one établissement writes of them follows from its own. */
  readonly madeOf?: Readonly<Record<string, MadeOf>>;
  /** What it does, through the graph, when it starts and each time another level acted: it hears of it as the witness of that journal. */
  readonly follows?: Partial<Readonly<Record<CodePalier, Following>>>;
  /** What of the past of a table is not read any more, by nobody, once it is said of the row: an answer of the past is then not kept. */
  readonly withheld?: Readonly<Record<string, Withheld>>;
}

interface Following {
  /** Done again as long as it fails, one at a time. */
  readonly work: (around: { readonly database: Database; readonly graph: AskGraph }) => Promise<void>;
  /** What is said in the log while it fails, and when it no longer does. */
  readonly said: Said;
}

/** What a level finds around it. */
export interface Surroundings {
  /** What its journal is signed with; keys that last as long as the program unless given. */
  readonly keys?: JournalKeys | undefined;
  /** The composed graph, once it answers: without it, an act that needs another level is refused. */
  readonly graph?: AskGraph | undefined;
  /** Whether its tables are known to be those of this version: nothing is then made of them. */
  readonly isPrepared?: boolean;
  /** What its program may keep in all; without it, a level keeps up to 24 MiB. */
  readonly memory?: Memory | undefined;
}

/** A subgraph ready to answer: what `main.ts` serves alone, and what the all-in-one process embeds. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /**
   * One per incoming request. Nobody is known unless said. What it reads adds to `measure`, for who asks what the request
   * takes, and is counted and cut in turns by `work`. With `au`, a past instant that was settled, it reads what was known then.
   * What it reads by itself goes in turn with what others read, and only as long as `asker` waits.
   */
  createContext(
    identity?: Identity,
    measure?: Measure,
    work?: Work,
    au?: string,
    asker?: Asker,
  ): SubgraphContext;
  /** Waits until nothing more can be known of a past instant, ISO 8601. Raises INSTANT_HORS_MEMOIRE. */
  settle(au: string): Promise<void>;
  /** How long what was answered may be kept, beyond the version of the data. */
  cacheControlOf(context: SubgraphContext): string | undefined;
  /** What its answers depend on, besides what is asked. */
  readonly dataVersion: DataVersion;
}

export interface SubgraphDefinition {
  readonly name: string;
  /** The Postgres schema of this level. */
  readonly level: string;
  readonly sdl: () => string;
  readonly niveau: CodePalier | undefined;
  readonly actes: readonly ActeDefinition[];
  /** What its mutations are named: its acts, and by what it countersigns the journals of the others. */
  readonly mutations: readonly string[];
  /** Tables that no act makes. */
  readonly copies: readonly string[];
  /** Those that a copy of its folder is to be without. */
  readonly secrets: readonly string[];
  readonly madeOf: Readonly<Record<string, MadeOf>>;
  /** Makes its tables, and loads what it knows at birth: `open` does it too, for who may. Raises StartupError. */
  readonly prepare: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
  /** Raises StartupError for tables that `prepare` would change, and changes nothing. */
  readonly requirePrepared: (database: Kysely<unknown>) => Promise<void>;
  /**
   * Raises StartupError for what `prepare` refuses, tables that a later program made or real rows where the demonstration is asked
   * for, and changes nothing: before any level is prepared with others.
   */
  readonly refuseUnfit: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
  readonly open: (
    database: Database,
    settings: SubgraphSettings,
    surroundings?: Surroundings,
  ) => Promise<Subgraph>;
}

export function defineSubgraph(options: SubgraphOptions): SubgraphDefinition {
  const { niveau, follows = {}, withheld = {}, secrets = [] } = options;
  const forgotten = [...(options.forgotten ?? []), ...secrets];
  const data = { ...options, forgotten };
  const { actes, versions, resolvers, ...known } = gatherEntities(options.entities);
  if (niveau === undefined && actes.length > 0)
    throw new Error(`${options.name} has acts and no journal to write them in: give its « niveau »`);
  // Each level has its journal, and it is read the same way.
  const journals =
    niveau === undefined
      ? []
      : [
          createJournalResolver(niveau, actes),
          createDifferencesResolver(
            niveau,
            versions.filter(({ isWhole }) => isWhole !== true),
          ),
        ];
  const followed = versions.flatMap(({ resolver }) => resolver ?? []);
  const level = options.name.replaceAll('-', '_');
  let built: FederatedSchema | undefined;
  const federated = (): FederatedSchema =>
    (built ??= buildFederatedSchema({
      ...known,
      resolvers: [...resolvers, ...followed, ...journals],
      // Whatever refuses an act says its rule: codes are read before it is judged.
      tellRefusal: withRegle,
    }));
  let schema: GraphQLSchema | undefined;
  return {
    name: options.name,
    level,
    niveau,
    actes,
    mutations: [...actes.map(({ nature }) => nature), ...(niveau ? [COUNTERSIGN_FIELDS[niveau]] : [])],
    copies: [...(options.copies ?? []), ...secrets],
    secrets,
    madeOf: options.madeOf ?? {},
    sdl: () => federated().sdl(),
    prepare: (database, settings) => prepareData(database, level, data, settings),
    requirePrepared: (database) => requirePrepared(database, level, data),
    refuseUnfit: (database, settings) => refuseUnfit(database, level, data, settings),
    open: async (database, settings, surroundings) => {
      if (surroundings?.isPrepared !== true) await prepareData(database.kysely, level, data, settings);
      schema ??= federated().makeExecutable();
      return openSubgraph(
        { name: options.name, level, niveau, actes, schema, follows, withheld, forgotten },
        database,
        settings,
        surroundings,
      );
    },
  };
}

type OpenedSubgraph = Pick<Subgraph, 'name' | 'schema'> &
  Pick<SubgraphDefinition, 'level' | 'niveau' | 'actes'> &
  Required<Pick<SubgraphOptions, 'follows' | 'withheld' | 'forgotten'>>;

async function openSubgraph(
  { name, schema, level, niveau, actes, follows, withheld, forgotten }: OpenedSubgraph,
  database: Database,
  settings: SubgraphSettings,
  { keys = createEphemeralKeys(), graph, memory }: Surroundings = {},
): Promise<Subgraph> {
  const { kysely } = database;
  const tables = kysely.withSchema(level);
  // First, for what it notes of its key would be a change of the data.
  const past = await openLevelMemory({
    database: kysely,
    level,
    withheld,
    forgotten,
    // What others keep of the past is of another memory from then on.
    onLost: () => dataVersion.doubt(),
    memory,
  });
  const holdsPast = Object.keys(withheld).length === 0;
  const origine = settings.demonstration === 'CHARGEE' ? 'DEMONSTRATION' : 'SAISIE';
  const journal =
    niveau && (await openLevelJournal({ database: kysely, level, niveau, origine, actes, keys, graph }));
  const dataVersion = await followVersion(database, level, () => ({ ...settings, epoque: past.epoque() }));
  if (journal) {
    dataVersion.onChange(journal.lookAgain);
    database.onClosing(journal.stop);
    if (graph !== undefined)
      for (const [other, { work, said }] of Object.entries(follows)) {
        const trying = keepTrying(() => work({ database, graph }), said);
        journal.onSeen((seen) => seen === other && trying.ask());
        database.onClosing(trying.stop);
        trying.ask();
      }
  }
  if (!holdsPast) dataVersion.onChange(() => past.dropKept());
  // Whoever has no journal has no act to name.
  const history = openHistory({ level, niveau: niveau ?? 'MSSS', database: kysely }, past);
  const keptNow = keepByVersion(dataVersion, memory);
  return {
    name,
    schema,
    // What is measured is what the request takes by itself: it finds nothing kept.
    createContext: (identity = ANONYMOUS, measure, work, au, asker) => {
      const ofAsker = <Any>(all: Kysely<Any>): Kysely<Any> => (asker ? askedBy(all, asker) : all);
      const known = ofAsker(au === undefined ? tables : past.at(tables, au));
      const whole = ofAsker(kysely);
      const asked = { journal, identity, work, asker, au };
      if (measure)
        return createContext({
          ...asked,
          database: withMeasure(known, measure),
          history: { ...history, database: withMeasure(whole, measure) },
        });
      const kept = au === undefined ? keptNow() : past.keptAt(au);
      return createContext({ ...asked, database: known, history: { ...history, database: whole }, kept });
    },
    settle: past.settle,
    cacheControlOf: ({ au, isOfThisMoment }) => {
      const isLost = past.epoque() === undefined;
      if (isOfThisMoment || (au !== undefined && (!holdsPast || isLost))) return NEVER;
      return au !== undefined && isLongPast(au) ? FOR_EVER : undefined;
    },
    dataVersion,
  };
}

import type { GraphQLSchema } from 'graphql';
import { type Kysely, type Migration, sql } from 'kysely';
import { isMigrated, migrate } from '../data/birth.ts';
import { type SubgraphContext, type Work, createContext } from '../request/context.ts';
import { type DataVersion, followVersion, markChanges } from '../data/data-version.ts';
import { sayRefusal } from '../data/folder/data-folder-fault.ts';
import type { Database } from '../data/database.ts';
import type { AskGraph } from '../calls/ask-graph.ts';
import { StartupError } from '../base/errors.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { forbidChanges, forgetDemonstration } from '../journal/append-only.ts';
import { COUNTERSIGN_FIELDS } from '../journal/countersign.ts';
import { journalMigrations } from '../journal/journal.migration.ts';
import { createJournalResolver } from '../acts/journal.resolver.ts';
import { createEphemeralKeys, type JournalKeys } from '../journal/journal-keys.ts';
import { openLevelJournal } from '../journal/open-level-journal.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { keepByVersion, type Memory } from '../data/kept-values.ts';
import { beginMemory, keepMemory, restMemory } from '../memory/keep-memory.ts';
import { FOR_EVER, isLongPast, NEVER } from '../calls/instant-header.ts';
import { createDifferencesResolver } from '../history/differences.ts';
import { openHistory } from '../memory/history.ts';
import { openLevelMemory } from '../memory/level-memory.ts';
import { withMeasure } from '../data/measure.ts';
import type { Measure } from '@palier/calls/measure';
import { type FederatedSchema, buildFederatedSchema } from '../graph/federated-schema.ts';
import { type Entity, gatherEntities } from './entity.ts';
import { ANONYMOUS, type Identity } from '@palier/calls/identity';

export interface SubgraphOptions {
  /** The name in the supergraph, and of the Postgres schema: `msss`, `sante-quebec`, `etablissements`. */
  readonly name: string;
  readonly migrations: Readonly<Record<string, Migration>>;
  /** The level whose journal it keeps; none for a subgraph that is no level of governance, where nobody acts. */
  readonly niveau?: CodePalier;
  /** All that it has in the graph, by any names. */
  readonly entities: Readonly<Record<string, Entity>>;
  /** Tables that hold copies: of what other levels say, made again from the graph, or of what somebody imported. No act makes them. */
  readonly copies?: readonly string[];
  /** Tables that hold no facts, read at whatever instant as they are now. */
  readonly forgotten?: readonly string[];
  /** Loads what this level knows at birth. */
  readonly load: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
}

/** What a level finds around it. */
export interface Surroundings {
  /** What its journal is signed with; keys that last as long as the program unless given. */
  readonly keys?: JournalKeys | undefined;
  /** The composed graph, once it answers: without it, an act that needs another level is refused. */
  readonly graph?: AskGraph | undefined;
  /** What its program may keep in all; without it, a level keeps up to 24 MiB. */
  readonly memory?: Memory | undefined;
}

export interface SubgraphSettings {
  /** « ABSENTE » removes demonstration data; « CHARGEE » loads it, marked as such in every answer. */
  readonly demonstration: 'CHARGEE' | 'ABSENTE';
}

/** A subgraph ready to answer: what `main.ts` serves alone, and what the all-in-one process embeds. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /**
   * One per incoming request. Nobody is known unless said. What it reads adds to `measure`, for who asks what the request
   * takes, and is counted and cut in turns by `work`. With `au`, a past instant that was settled, it reads what was known then.
   */
  createContext(identity?: Identity, measure?: Measure, work?: Work, au?: string): SubgraphContext;
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
  /** Makes its tables, and loads what it knows at birth: `open` does it too, for who may. Raises StartupError. */
  readonly prepare: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
  readonly open: (
    database: Database,
    settings: SubgraphSettings,
    surroundings?: Surroundings,
  ) => Promise<Subgraph>;
}

export function defineSubgraph(options: SubgraphOptions): SubgraphDefinition {
  const { niveau } = options;
  const { actes, versions, resolvers, ...known } = gatherEntities(options.entities);
  if (niveau === undefined && actes.length > 0)
    throw new Error(`${options.name} has acts and no journal to write them in: give its « niveau »`);
  // Each level has its journal, and it is read the same way.
  const journals =
    niveau === undefined ? [] : [createJournalResolver(niveau), createDifferencesResolver(niveau, versions)];
  const followed = versions.flatMap(({ resolver }) => resolver ?? []);
  const level = options.name.replaceAll('-', '_');
  let built: FederatedSchema | undefined;
  const federated = (): FederatedSchema =>
    (built ??= buildFederatedSchema({ ...known, resolvers: [...resolvers, ...followed, ...journals] }));
  return {
    name: options.name,
    level,
    niveau,
    actes,
    mutations: [...actes.map(({ nature }) => nature), ...(niveau ? [COUNTERSIGN_FIELDS[niveau]] : [])],
    copies: options.copies ?? [],
    sdl: () => federated().sdl,
    prepare: (database, settings) => prepareData(database, level, options, settings),
    open: async (database, settings, { keys = createEphemeralKeys(), graph, memory } = {}) => {
      const { kysely } = database;
      await prepareData(kysely, level, options, settings);
      const tables = kysely.withSchema(level);
      // First, for what it notes of its key would be a change of the data.
      const past = await openLevelMemory({ database: kysely, level, memory });
      const { epoque, answered } = past;
      const origine = settings.demonstration === 'CHARGEE' ? 'DEMONSTRATION' : 'SAISIE';
      const journal =
        niveau &&
        (await openLevelJournal({ database: kysely, level, niveau, origine, actes, keys, graph, answered }));
      const dataVersion = await followVersion(database, level, { ...settings, epoque });
      // Whoever has no journal has no act to name.
      const history = openHistory({ level, niveau: niveau ?? 'MSSS', database: kysely }, past);
      const keptNow = keepByVersion(dataVersion, memory);
      return {
        name: options.name,
        schema: federated().makeExecutable(),
        // What is measured is what the request takes by itself: it finds nothing kept.
        createContext: (identity = ANONYMOUS, measure, work, au) => {
          const known = au === undefined ? tables : past.at(tables, au);
          const asked = { journal, identity, work, au };
          if (measure)
            return createContext({
              ...asked,
              database: withMeasure(known, measure),
              history: { ...history, database: withMeasure(kysely, measure) },
            });
          const kept = au === undefined ? keptNow() : past.keptAt(au);
          return createContext({ ...asked, database: known, history, kept });
        },
        settle: past.settle,
        cacheControlOf: ({ au, isOfThisMoment }) => {
          if (isOfThisMoment) return NEVER;
          return au !== undefined && isLongPast(au) ? FOR_EVER : undefined;
        },
        dataVersion,
      };
    },
  };
}

async function prepareData(
  kysely: Kysely<unknown>,
  level: string,
  { migrations, niveau, load, forgotten = [] }: SubgraphOptions,
  settings: SubgraphSettings,
): Promise<void> {
  try {
    if (await mayPrepare(kysely, level)) {
      const kept = { level, migrations: Object.keys(migrations), forgotten };
      await restMemory(kysely, kept);
      await migrate(kysely, level, migrations);
      if (niveau !== undefined) await migrate(kysely, level, journalMigrations, JOURNAL_HISTORY);
      await keepMemory(kysely, kept);
      if (niveau !== undefined) {
        await forbidChanges(kysely, level);
        await forgetDemonstration(kysely, level, settings.demonstration);
      }
      await markChanges(kysely, level);
    } else {
      await requireMigrated(kysely, level, migrations);
      if (niveau !== undefined) await requireMigrated(kysely, level, journalMigrations, JOURNAL_HISTORY);
    }
    await load(kysely, settings);
    await beginMemory(kysely, level);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`Les données du palier ${level} n’ont pas pu être préparées : ${sayWhy(cause)}`, {
      cause,
    });
  }
}

const JOURNAL_HISTORY = 'kysely_migration_journal';

/** The role of a level may act in its schema, not make it: `npm run base` does. */
async function mayPrepare(kysely: Kysely<unknown>, level: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(oid, 'CREATE') as may from pg_namespace where nspname = ${level}`.execute(
    kysely,
  );
  return rows[0]?.may ?? true;
}

async function requireMigrated(
  kysely: Kysely<unknown>,
  level: string,
  migrations: SubgraphOptions['migrations'],
  history?: string,
): Promise<void> {
  if (!(await isMigrated(kysely, level, migrations, history)))
    throw new StartupError(
      `Les tables du palier ${level} sont d’une version plus ancienne : « npm run base » les met à jour.`,
    );
}

function sayWhy(error: unknown): string {
  const refusal = sayRefusal(error);
  if (refusal !== undefined) return refusal;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '42501')
    return 'cet utilisateur n’en a pas le droit. « npm run base » prépare cette base, avec l’adresse de qui l’administre.';
  return String(message).split('\n', 1)[0] ?? '';
}

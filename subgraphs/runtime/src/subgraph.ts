import type { GraphQLSchema } from 'graphql';
import type { Kysely, Migration } from 'kysely';
import { migrate } from './birth.ts';
import { type SubgraphContext, createContext } from './context.ts';
import { type DataVersion, followVersion, markChanges } from './data-version.ts';
import type { Database } from './database.ts';
import { StartupError } from './errors.ts';
import { keepByVersion } from './kept-values.ts';
import { type Measure, withMeasure } from './measure.ts';
import {
  type FederatedSchema,
  type FederatedSchemaOptions,
  buildFederatedSchema,
} from './federated-schema.ts';
import { ANONYMOUS, type Identity } from './identity.ts';

export interface SubgraphOptions extends FederatedSchemaOptions {
  /** The name in the supergraph, and of the Postgres schema: `msss`, `sante-quebec`, `etablissements`. */
  readonly name: string;
  readonly migrations: Readonly<Record<string, Migration>>;
  /** Loads what this level knows at birth. */
  readonly load: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
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
   * takes.
   */
  createContext(identity?: Identity, measure?: Measure): SubgraphContext;
  /** What its answers depend on, besides what is asked. */
  readonly dataVersion: DataVersion;
}

export interface SubgraphDefinition {
  readonly name: string;
  /** The Postgres schema of this level. */
  readonly level: string;
  readonly sdl: () => string;
  readonly open: (database: Database, settings: SubgraphSettings) => Promise<Subgraph>;
}

export function defineSubgraph(options: SubgraphOptions): SubgraphDefinition {
  const level = options.name.replaceAll('-', '_');
  let built: FederatedSchema | undefined;
  const federated = (): FederatedSchema => (built ??= buildFederatedSchema(options));
  return {
    name: options.name,
    level,
    sdl: () => federated().sdl,
    open: async (database, settings) => {
      const { kysely } = database;
      await prepareData(kysely, level, options, settings);
      const tables = kysely.withSchema(level);
      const dataVersion = await followVersion(database, level, settings);
      const keptNow = keepByVersion(dataVersion);
      return {
        name: options.name,
        schema: federated().makeExecutable(),
        // What is measured is what the request takes by itself: it finds nothing kept.
        createContext: (identity = ANONYMOUS, measure) =>
          measure
            ? createContext(withMeasure(tables, measure), identity)
            : createContext(tables, identity, keptNow()),
        dataVersion,
      };
    },
  };
}

async function prepareData(
  kysely: Kysely<unknown>,
  level: string,
  { migrations, load }: SubgraphOptions,
  settings: SubgraphSettings,
): Promise<void> {
  try {
    await migrate(kysely, level, migrations);
    await markChanges(kysely, level);
    await load(kysely, settings);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`Les données du palier ${level} n’ont pas pu être préparées : ${sayWhy(cause)}`, {
      cause,
    });
  }
}

function sayWhy(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '42501') return 'cet utilisateur n’a pas le droit de créer des schémas dans cette base.';
  return String(message).split('\n', 1)[0] ?? '';
}

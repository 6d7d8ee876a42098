import { type ExecutionResult, graphql } from 'graphql';
import { sql } from 'kysely';
import { type Database, type DatabaseLocation, openDatabase } from '../data/database.ts';
import type { SubgraphContext } from '../request/context.ts';
import type { Identity } from '@palier/calls/identity';
import { createKeptValues } from '../data/kept-values.ts';
import { checkActs } from './check-acts.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { SubgraphDefinition, SubgraphSettings, Surroundings } from '../level/subgraph.ts';

/** A subgraph opened for a test, on a database of its own. */
export interface SubgraphUnderTest {
  readonly database: Database;
  /** One incoming request, with loaders of its own; of nobody known, and of now, unless said. */
  execute(
    source: string,
    variables?: Readonly<Record<string, unknown>>,
    identity?: Identity,
    au?: string,
  ): Promise<ExecutionResult>;
  /** As `execute`; raises when the answer holds an error. */
  data<Data>(
    source: string,
    variables?: Readonly<Record<string, unknown>>,
    identity?: Identity,
    au?: string,
  ): Promise<Data>;
  /** The rows that a SQL text of the test's own gives, in the tables as they are. */
  rows<Row>(text: string): Promise<Row[]>;
  /** Changes rows as somebody would who silences what remembers; put back before the acts are played again. */
  behindActs(change: string, undo: string): Promise<void>;
  /** The text of each SQL statement sent while `work` ran. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  /** Raises an error where the acts that were done, played again, do not give the same tables. */
  close(): Promise<void>;
}

/** Somebody of a level, as a verified token would say. */
export const someoneOf = (
  palier: CodePalier,
  {
    subject = 'essai',
    etablissement,
    scopes = [],
  }: { subject?: string; etablissement?: string; scopes?: readonly string[] } = {},
): Identity => ({ subject, palier, etablissement, scopes: new Set(scopes), policies: new Set() });

/** How many times the loop turned while `work` was under way: none would mean that it was held throughout. */
export async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const countTurn = (): void => {
    turns += 1;
    counting = setImmediate(countTurn);
  };
  let counting = setImmediate(countTurn);
  await work().finally(() => clearImmediate(counting));
  return turns;
}

const NOT_LOADED: SubgraphSettings = { demonstration: 'ABSENTE' };

/** Opens a level in memory, with or without its demonstration data. */
export async function openForTest(
  definition: SubgraphDefinition,
  settings: SubgraphSettings = NOT_LOADED,
  location: DatabaseLocation = { kind: 'memory' },
  surroundings: Surroundings = {},
): Promise<SubgraphUnderTest> {
  const database = await openDatabase(location);
  const subgraph = await definition.open(database, settings, surroundings);
  // As a first request finds it: nothing kept, so that the statements of each can be counted.
  const createContext = (identity?: Identity, au?: string): SubgraphContext => ({
    ...subgraph.createContext(identity, undefined, undefined, au),
    kept: createKeptValues(),
  });
  const undoing: string[] = [];
  const silently = (text: string): Promise<unknown> =>
    database.kysely.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql.raw(text).execute(transaction);
    });
  const execute: SubgraphUnderTest['execute'] = async (source, variableValues = {}, identity, au) => {
    if (au !== undefined) await subgraph.settle(au);
    const contextValue = createContext(identity, au);
    return graphql({ schema: subgraph.schema, source, variableValues, contextValue });
  };
  return {
    database,
    execute,
    data: async <Data>(
      source: string,
      variables?: Readonly<Record<string, unknown>>,
      identity?: Identity,
      au?: string,
    ) => {
      const { data, errors } = await execute(source, variables, identity, au);
      if (errors !== undefined)
        throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
      return data as Data;
    },
    rows: async <Row>(text: string) => (await sql.raw<Row>(text).execute(database.kysely)).rows,
    behindActs: async (change, undo) => {
      await silently(change);
      undoing.unshift(undo);
    },
    statementsOf: async (work) => {
      const statements: string[] = [];
      // What follows the version of the data is on nobody's behalf.
      const stop = database.onStatement((text) => {
        if (!text.includes('version_donnees')) statements.push(text);
      });
      await work().finally(stop);
      return statements;
    },
    close: async () => {
      try {
        for (const text of undoing) await silently(text);
        await checkActs(
          database,
          definition,
          async (found) => (await openToRead(definition, found)).database,
        );
      } finally {
        await database.close();
      }
    },
  };
}

const shared = {
  ABSENTE: new Map<SubgraphDefinition, Promise<SubgraphUnderTest>>(),
  CHARGEE: new Map<SubgraphDefinition, Promise<SubgraphUnderTest>>(),
};

/**
 * For what only reads: one level a worker, with or without its demonstration, which every file of the worker asks and none closes.
 * Acts are played again there, and undone.
 */
export async function openToRead(
  definition: SubgraphDefinition,
  settings: SubgraphSettings = NOT_LOADED,
): Promise<SubgraphUnderTest> {
  const opened = shared[settings.demonstration];
  const level = opened.get(definition) ?? openForTest(definition, settings);
  opened.set(definition, level);
  return { ...(await level), close: () => Promise.resolve() };
}

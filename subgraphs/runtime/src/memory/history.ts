import type { Kysely } from 'kysely';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { LevelMemory } from './level-memory.ts';

/** All that a level ever knew, for whoever follows a fact through time or compares two instants. */
export interface History extends Pick<LevelMemory, 'depuis' | 'settle' | 'former'> {
  /** The Postgres schema of the level. */
  readonly level: string;
  /** Whose journal its acts are in. */
  readonly niveau: CodePalier;
  /** At no instant: what is asked of it names the tables and their past. */
  readonly database: Kysely<unknown>;
  /** The type of each column of the tables that are remembered, by table. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What tells the rows of each table apart. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

export const openHistory = (
  of: Pick<History, 'level' | 'niveau' | 'database'>,
  { depuis, settle, former, tables }: LevelMemory,
): History => ({
  ...of,
  depuis,
  settle,
  former,
  keys: new Map(tables.map(({ name, key }) => [name, key])),
  columns: new Map(
    tables.map(({ name, columns }) => [name, new Map(columns.map((column) => [column.name, column.type]))]),
  ),
});

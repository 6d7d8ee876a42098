import { randomBytes } from 'node:crypto';
import { openDatabase } from '@palier/runtime/database';
import { type LevelGrants, prepareBase } from '@palier/runtime/level-roles';
import type { SubgraphSettings } from '@palier/runtime/subgraph';
import type { Database } from '@palier/runtime/database';
import type { DatabaseLocation } from '@palier/runtime/database';
import { LEVELS as DEFINITIONS } from '@palier/start/levels';
import { type OwnDatabase, openOwnDatabase } from '../postgres.ts';

/** A PostgreSQL database prepared as `npm run base` does, and its levels, each under its own role. */
export interface PreparedBase {
  readonly own: OwnDatabase;
  readonly administered: Database;
  readonly grants: readonly LevelGrants[];
  readonly locations: Readonly<Record<string, DatabaseLocation>>;
  urlOf(level: string): string;
  roleOf(level: string): string;
  /** Prepares it once more. */
  prepare(settings?: SubgraphSettings): Promise<readonly LevelGrants[]>;
  /** Prepares another database of the same server, for the same roles. */
  prepareAt(url: string): Promise<void>;
  close(): Promise<void>;
}

/** @returns undefined where there is no PostgreSQL to be had */
export async function openPreparedBase(settings?: SubgraphSettings): Promise<PreparedBase | undefined> {
  const own = await openOwnDatabase();
  if (own === undefined) return undefined;
  const suffix = randomBytes(4).toString('hex');
  const password = randomBytes(12).toString('hex');
  const levels = DEFINITIONS.map((definition) => ({
    definition,
    role: `essai_${definition.level}_${suffix}`,
  }));
  const roles = new Map<string, string>(levels.map(({ definition, role }) => [definition.name, role]));
  const administered = await openDatabase({ kind: 'server', url: own.url });
  const close = async (): Promise<void> => {
    await administered.close();
    await own.close([...roles.values()]);
  };
  const prepare = (wanted = settings) => prepareBase(administered.kysely, levels, wanted);
  const prepareAt = async (url: string): Promise<void> => {
    const other = await openDatabase({ kind: 'server', url });
    await prepareBase(other.kysely, levels).finally(() => other.close());
  };
  const roleOf = (level: string): string => roles.get(level) ?? '';
  const urlOf = (level: string): string => own.urlAs(roleOf(level), password);
  try {
    const grants = await prepare();
    for (const role of roles.values()) await own.admin(`alter role ${role} password '${password}'`);
    const locations = Object.fromEntries(
      [...roles.keys()].map((level) => [level, { kind: 'server', url: urlOf(level) } as const]),
    );
    return { own, administered, grants, locations, urlOf, roleOf, prepare, prepareAt, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { holdsPostgres } from '@palier/runtime/data-folder';
import { type Database, openDatabase } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { refuseHeld } from '@palier/runtime/level/rebuild-level';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';

/** Where levels are rebuilt. */
export interface Target {
  readonly database: Database;
  /** As people are told of it: an address may hold a password. */
  readonly name: string;
  /** What a program that serves it is started with. */
  readonly variable: string;
}

const SERVER = /^postgres(ql)?:\/\//;

/** Opens the base that `--vers` names. Raises StartupError for what holds anything of these levels, or a folder of anything else. */
export async function openTarget(given: string, levels: readonly SubgraphDefinition[]): Promise<Target> {
  const isServer = SERVER.test(given);
  const folder = resolve(given);
  if (!isServer && !holdsPostgres(folder) && existsSync(folder) && readdirSync(folder).length > 0)
    throw new StartupError(
      `${folder} n’est pas vide, et n’est pas une base de Palier. Rien n’y a été changé. Donnez un dossier neuf.`,
    );
  const database = await openDatabase(isServer ? { kind: 'server', url: given } : { kind: 'folder', folder });
  try {
    for (const level of levels) await refuseHeld(database.kysely, level);
  } catch (error) {
    await database.close();
    throw error;
  }
  return isServer
    ? { database, name: 'la base donnée', variable: 'DATABASE_URL=…' }
    : { database, name: folder, variable: `PALIER_DOSSIER=${folder}` };
}

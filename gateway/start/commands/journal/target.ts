import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { holdsPostgres } from '@palier/runtime/data-folder';
import { type Database, openDatabase } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { refuseUnready } from '@palier/runtime/level/rebuild-level';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';

/** Where levels are rebuilt. */
export interface Target {
  readonly database: Database;
  /** As people are told of it: an address may hold a password. */
  readonly name: string;
  readonly isServer: boolean;
  /** What is done, and given, to serve it. */
  readonly served: string;
}

const SERVER = /^postgres(ql)?:\/\//;
const ADDRESS = /^\w+:\/\//;

/** Opens the base that `--vers` names. Raises StartupError for what holds anything of these levels, or a folder of anything else. */
export async function openTarget(given: string, levels: readonly SubgraphDefinition[]): Promise<Target> {
  const isServer = SERVER.test(given);
  if (!isServer && ADDRESS.test(given))
    throw new StartupError(
      '« --vers » n’est ni un dossier, ni une adresse PostgreSQL : « postgres://… » est attendu.',
    );
  const folder = resolve(given);
  if (!isServer && !holdsPostgres(folder) && existsSync(folder) && readdirSync(folder).length > 0)
    throw new StartupError(
      `${folder} n’est pas vide, et n’est pas une base de Palier. Rien n’y a été changé. Donnez un dossier neuf.`,
    );
  const database = await openDatabase(
    isServer ? { kind: 'server', url: given, givenBy: '« --vers »' } : { kind: 'folder', folder },
  );
  try {
    for (const level of levels) await refuseUnready(database.kysely, level);
  } catch (error) {
    await database.close();
    throw error;
  }
  if (!isServer) return { database, isServer, name: folder, served: `PALIER_DOSSIER=${folder}` };
  const addresses = levels.map(({ level }) => `DATABASE_URL_${level.toUpperCase()}=…`);
  return {
    database,
    isServer,
    name: 'la base donnée',
    served: `« npm run base », par qui administre cette base ; puis ${addresses.join(' ')}`,
  };
}

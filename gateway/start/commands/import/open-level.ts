import { type Database, openDatabase } from '@palier/runtime/database';
import { readDataEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import { findSettings } from '@palier/runtime/level/replay-journal';
import { holdsJournal } from '@palier/runtime/level/verify-level-journal';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import { locateLevel } from '../locate-level.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Opens the base of a level that was born, and brings its tables to this version, but at a trial, which writes nothing; nothing is
 * born here. Raises StartupError when it is not there, when another program has its folder open, and at a trial of former tables.
 */
export async function openLevel(
  variables: Variables,
  definition: SubgraphDefinition,
  essai: boolean,
): Promise<Database> {
  const { location } = readDataEnvironment(variables, definition.name);
  const place = locateLevel(location, definition.name);
  if (place === undefined) throw new StartupError(sayUnborn(definition, variables));
  const database = await openDatabase(place);
  try {
    if (!(await holdsJournal(database.kysely, definition.level)))
      throw new StartupError(sayUnborn(definition, variables));
    if (essai) await definition.requirePrepared(database.kysely);
    else await definition.prepare(database.kysely, await findSettings(database.kysely, definition.level));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function sayUnborn({ name }: SubgraphDefinition, variables: Variables): string {
  const { location } = readDataEnvironment(variables, name);
  return location.kind === 'folder'
    ? `${location.folder} ne contient pas la base du palier ${name} : démarrez Palier une fois (npm start), arrêtez-le, puis importez ; ou donnez DATABASE_URL ou PALIER_DOSSIER.`
    : `Cette base ne contient pas le palier ${name} : démarrez-y Palier une fois, ou préparez-la par « npm run base », puis importez.`;
}

import { join } from 'node:path';
import { holdsPostgres } from '@palier/runtime/data-folder';
import type { DatabaseLocation } from '@palier/runtime/database';

/**
 * Where the data of a level are: those of the whole, or, where each level is a program of its own, those of the level.
 * Nothing when no folder holds any.
 */
export function locateLevel(location: DatabaseLocation, name: string): DatabaseLocation | undefined {
  if (location.kind !== 'folder') return location;
  const folder = [location.folder, join(location.folder, name)].find(holdsPostgres);
  return folder === undefined ? undefined : { kind: 'folder', folder };
}

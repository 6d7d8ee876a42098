import { join } from 'node:path';
import { holdsPostgres } from '@palier/runtime/data-folder';
import type { DatabaseLocation } from '@palier/runtime/database';
import { toKeysFolder } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';

/**
 * Where the data of a level are: those of the whole, or, where each level is a program of its own, those of the level.
 * Nothing when no folder holds any. Raises StartupError where both do: which one is served cannot be told.
 */
export function locateLevel(location: DatabaseLocation, name: string): DatabaseLocation | undefined {
  if (location.kind !== 'folder') return location;
  const [folder, other] = [location.folder, join(location.folder, name)].filter(holdsPostgres);
  if (folder === undefined) return undefined;
  if (other !== undefined)
    throw new StartupError(
      `Le palier ${name} a deux bases : ${folder}, celle de « npm start », et ${other}, celle de « npm run start:apart ». Dites laquelle : PALIER_DOSSIER=${other} pour la seconde, avec PALIER_CLES=${toKeysFolder({ PALIER_DOSSIER: location.folder })} si vous n’en donnez pas d’autre ; pour la première, déplacez ailleurs ${other}.`,
    );
  return { kind: 'folder', folder };
}

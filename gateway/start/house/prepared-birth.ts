import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD } from '@palier/runtime/build';
import { wasWhole } from '@palier/runtime/data-folder';
import type { DatabaseLocation } from '@palier/runtime/database';
import { arePrepared } from '@palier/runtime/prepared-files';
import type { SubgraphSettings } from '@palier/runtime/subgraph';

const SUBGRAPHS = fileURLToPath(new URL('../../../subgraphs', import.meta.url));

/** Where the database stands that an installation has prepared: born, with the demonstration, and consolidated. */
export const PREPARED = fileURLToPath(new URL('../dist/naissance', import.meta.url));

/** The same for the same program and the same data. */
export function preparedVersion(): string {
  const hash = createHash('sha256').update(BUILD);
  for (const level of readdirSync(SUBGRAPHS).sort())
    for (const path of listData(join(SUBGRAPHS, level, 'data'))) hash.update(path).update(readFileSync(path));
  return hash.digest('base64url');
}

/** A new folder is born from what was prepared, where this program and these data have prepared it. */
export function withPreparedBirth<Location extends DatabaseLocation>(
  location: Location,
  { demonstration }: SubgraphSettings,
): Location {
  const isOfUse = location.kind === 'folder' && demonstration === 'CHARGEE' && !wasWhole(location.folder);
  return isOfUse && arePrepared(PREPARED, preparedVersion()) ? { ...location, prepared: PREPARED } : location;
}

function listData(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

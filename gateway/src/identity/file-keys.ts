import { readFile, stat } from 'node:fs/promises';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from '../base/logger.ts';
import { oneAtATime } from '../base/one-at-a-time.ts';
import { watchFiles, type FileWatch } from '../base/watch-files.ts';
import {
  createKeyFinder,
  KeysFault,
  KeysUnavailable,
  MOST_KEY_BYTES,
  readKeySet,
  type KeySource,
} from './key-source.ts';

/**
 * The keys of a file, read again when it changes. A file that became unusable may be one from which a key was being
 * taken away: no token is believed until it is mended.
 *
 * @throws {KeysFault} when it cannot be used at the start
 */
export async function openFileKeys(path: string, logger: Logger): Promise<KeySource> {
  const watch = await watchFiles([path]);
  try {
    return await followKeys(path, watch, logger);
  } catch (error) {
    watch.close();
    throw error;
  }
}

async function followKeys(path: string, watch: FileWatch, logger: Logger): Promise<KeySource> {
  let bytes = await readBytes(path);
  let find: JWTVerifyGetKey | undefined = createKeyFinder(readKeys(path, bytes));
  let version = 1;

  const reload = async (): Promise<void> => {
    try {
      const next = await readBytes(path);
      if (find && next.equals(bytes)) return;
      find = createKeyFinder(readKeys(path, next));
      bytes = next;
      logger.info('Nouvelles clés de jetons en service', { file: path });
    } catch (error) {
      if (find) {
        logger.error('Les clés de jetons sont inutilisables : aucun jeton n’est plus accepté', {
          fault: (error as Error).message,
        });
      }
      find = undefined;
    }
    version += 1;
  };
  const reloadOneAtATime = oneAtATime(reload);
  watch.begin(() => void reloadOneAtATime());

  return {
    find: (header, token) => {
      if (!find) throw new KeysUnavailable('The file of keys is unusable');
      return find(header, token);
    },
    version: () => (find ? version : undefined),
    isFailing: () => find === undefined,
    stop: () => watch.close(),
  };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > MOST_KEY_BYTES) throw new Error('too large');
    return await readFile(path);
  } catch (cause) {
    throw new KeysFault(`PALIER_JWKS : le fichier ${path} ne peut être lu.`, { cause });
  }
}

function readKeys(path: string, bytes: Buffer): ReturnType<typeof readKeySet> {
  try {
    return readKeySet(bytes);
  } catch (cause) {
    throw new KeysFault(`PALIER_JWKS : ${path} est refusé, ${(cause as Error).message}.`, { cause });
  }
}

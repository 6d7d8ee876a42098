import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../logger.ts';
import { watchFile } from '../supergraph/watch-file.ts';
import { KeysFault, KeysUnavailable, MOST_KEY_BYTES, readKeySet, type KeySource } from './key-source.ts';

/**
 * The keys of a file, read again when it changes. A file that became unusable may be one from which a key was being
 * taken away: no token is believed until it is mended.
 *
 * @throws {KeysFault} when it cannot be used at the start
 */
export async function openFileKeys(path: string, logger: Logger): Promise<KeySource> {
  let text = await readText(path);
  let find: JWTVerifyGetKey | undefined = createLocalJWKSet(readKeys(path, text));
  let version = 1;

  const reload = async (): Promise<void> => {
    try {
      const next = await readText(path);
      if (find && next === text) return;
      find = createLocalJWKSet(readKeys(path, next));
      text = next;
      logger.info('Nouvelles clés de jetons en service', { fichier: path });
    } catch (error) {
      find = undefined;
      logger.error('Les clés de jetons sont inutilisables : aucun jeton n’est plus accepté', {
        fault: (error as Error).message,
      });
    }
    version += 1;
  };
  const watch = watchFile(path, () => void reload());

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

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > MOST_KEY_BYTES) throw new Error('too large');
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new KeysFault(`PALIER_JWKS : le fichier ${path} ne peut être lu.`, { cause });
  }
}

function readKeys(path: string, text: string): ReturnType<typeof readKeySet> {
  try {
    return readKeySet(text);
  } catch (cause) {
    throw new KeysFault(`PALIER_JWKS : ${path} est refusé, ${(cause as Error).message}.`, { cause });
  }
}

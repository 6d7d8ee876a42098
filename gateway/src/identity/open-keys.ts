import type { Logger } from '../base/logger.ts';
import { openFileKeys } from './file-keys.ts';
import type { IdentitySettings } from './identity-settings.ts';
import type { KeySource } from './key-source.ts';
import { createRemoteKeys } from './remote-keys.ts';

/** @throws {KeysFault} when the file of keys cannot be used; keys at an address may come later */
export async function openKeys(
  { keys, keysRefreshSeconds }: IdentitySettings,
  logger: Logger,
): Promise<KeySource> {
  return 'path' in keys
    ? openFileKeys(keys.path, logger)
    : createRemoteKeys(keys.url, { refreshMs: keysRefreshSeconds * 1_000, logger });
}

import type { VariableReader } from '../base/variable-reader.ts';

export interface CacheSettings {
  /** Memory for whole answers, in bytes; 0 keeps none. */
  readonly bytes: number;
  /** Whether identical reads under way at once are made once. */
  readonly share: boolean;
}

export const DEFAULT_CACHE: CacheSettings = { bytes: 64 * 1_048_576, share: true };

export function readCache(reader: VariableReader): CacheSettings {
  return {
    bytes: reader.integer('PALIER_CACHE_BYTES', DEFAULT_CACHE.bytes, { from: 0 }),
    share: reader.onOff('PALIER_SHARE', DEFAULT_CACHE.share),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Loaded before a program: whatever it asks of the outside is refused, and written in the file that OUTSIDE_RECORD names. */
export const REFUSE_OUTSIDE = fileURLToPath(new URL('refuse-outside.mjs', import.meta.url));

/** What was asked of the outside, by name or by number. */
export function addressesIn(record: string): readonly string[] {
  return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
}

import { readFileSync } from 'node:fs';
import { StartupError } from '@palier/runtime/errors';

/** What a file that a command is given holds. Raises a `StartupError`. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartupError(`${file} ne peut être lu (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new StartupError(`${file} n’est pas du JSON.`, { cause });
  }
}

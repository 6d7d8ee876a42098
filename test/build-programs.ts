import { existsSync } from 'node:fs';
import { PREPARED } from '@palier/start/prepared-birth';
import { startProgram } from './program.ts';

/**
 * Programs are built once before the tests, when a source is newer, and the database that new folders are born from is prepared,
 * as an installation does it, rather than by the first that each test starts.
 */
export default async function setup(): Promise<void> {
  const program = startProgram('gateway/start/prepare-birth.ts');
  if ((await program.ended) !== 0 || !existsSync(PREPARED))
    throw new Error(`The programs are not built: ${program.said()}`);
}

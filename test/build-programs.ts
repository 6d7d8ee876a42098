import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../gateway/start/build.mjs', import.meta.url));

/** Programs are built once before the tests, when a source is newer, rather than by the first that each test starts. */
export default function setup(): void {
  execFileSync(process.execPath, [BUILD], { stdio: 'inherit' });
}

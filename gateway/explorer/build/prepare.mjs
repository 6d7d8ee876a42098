import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';

// After an installation: the page is built, so that the first start serves it. Without the tools of development the
// programs are built all the same, and the gateway says in the place of the page how to send queries.
const turbo = fileURLToPath(new URL('../../../node_modules/turbo/bin/turbo', import.meta.url));
if (existsSync(turbo) && canResolve('vite')) {
  const { status } = spawnSync(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only'], {
    stdio: 'inherit',
    // Nothing leaves the machine.
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });
  process.exitCode = status ?? 1;
} else {
  // Programs take no tool of development: whoever may not write this folder finds them built.
  const start = fileURLToPath(new URL('../../start/start.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [start, 'gateway/start/prepare-birth.ts'], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

/** @param {string} name */
function canResolve(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

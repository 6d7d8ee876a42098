import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const PEERS_FOLDER = fileURLToPath(new URL('./peers/', import.meta.url));
export const HIVE_COMMAND = `${PEERS_FOLDER}node_modules/.bin/hive-gateway`;

/** Installs the other gateways from their own lock file, the first time; without them the bench goes on. */
export function installPeers(): void {
  if (existsSync(HIVE_COMMAND)) return;
  console.error('Installing the other gateways in test/load/peers (about 500 MB)…');
  spawnSync('npm', ['ci', '--workspaces=false', '--no-audit', '--no-fund'], {
    cwd: PEERS_FOLDER,
    stdio: 'inherit',
  });
}

import { resolve } from 'node:path';
import { EnvironmentFault } from '@palier/gateway/environment';
import { createLogger } from '@palier/gateway/base/logger';
import { sayFault } from '@palier/gateway/base/start-fault';
import { beginDataFolder } from '@palier/runtime/data-folder';
import { endOnSignal } from '@palier/calls/program/end-on-signal';
import { StartupError } from '@palier/runtime/errors';
import { refuseTakenPort } from '@palier/runtime/port';
import { readHouseEnvironment } from './environment.ts';
import { withPreparedBirth } from './house/prepared-birth.ts';

/** `npm start`: the whole in one process, with nothing else to install. */
const ending = endOnSignal();
let close = async (): Promise<void> => undefined;
try {
  const environment = readHouseEnvironment(process.env);
  const { location: asked, locations, data, port, host, settings } = environment;
  const logger = createLogger(settings.logLevel);
  const folder = asked.kind === 'folder' && !locations ? asked : undefined;
  logger.info('Palier démarre', { data: folder ? resolve(folder.folder) : 'serveur PostgreSQL' });
  await refuseTakenPort(port, host);
  // Its engine opens on a thread of its own, while most of this program is loaded.
  const opening = folder && beginDataFolder(folder.folder, withPreparedBirth(folder, data).prepared);
  close = async () => (await opening)?.close();
  const location = folder && opening ? { ...folder, opening } : asked;
  const { runHouse } = await import('./run-house.ts');
  await runHouse({ variables: process.env, environment, location, logger, ending });
} catch (error) {
  // What stopped the start is what is told, even when the closing fails for it too.
  await close().catch(() => undefined);
  for (const line of linesOf(error)) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof EnvironmentFault) return error.faults;
  return [error instanceof StartupError ? error.message : sayFault(error)];
}

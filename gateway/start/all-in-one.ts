import { EnvironmentFault } from '@palier/gateway/environment';
import { createLogger } from '@palier/gateway/logger';
import { sayFault } from '@palier/gateway/start-fault';
import { StartupError } from '@palier/runtime/errors';
import { readHouseEnvironment } from './environment.ts';
import { openHouse } from './open-house.ts';

/** `npm start`: the whole in one process, with nothing else to install. */
try {
  const { location, data, port, host, settings } = readHouseEnvironment(process.env);
  const logger = createLogger(settings.logLevel);
  const house = await openHouse({ location, data, logger, ...settings });
  const stop = (): void => void house.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const { url } = await house.gateway.listen(port, host).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  logger.info('Palier répond', { explorateur: `${url}/`, graphe: `${url}/graphql` });
  if (data.demonstration === 'CHARGEE') {
    logger.warn(
      'Données de démonstration chargées : mesures, gestionnaires et offres sont fictifs. PALIER_DEMO=0 les retire.',
    );
    await house.consolidate().catch((error: unknown) => logger.error('La consolidation a échoué', { error }));
  }
} catch (error) {
  for (const line of linesOf(error)) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof EnvironmentFault) return error.faults;
  return [error instanceof StartupError ? error.message : sayFault(error)];
}

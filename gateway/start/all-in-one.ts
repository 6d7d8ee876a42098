import { EnvironmentFault } from '@palier/gateway/environment';
import { createLogger, type Logger } from '@palier/gateway/logger';
import { sayFault } from '@palier/gateway/start-fault';
import { type Ending, endOnSignal } from '@palier/runtime/end-on-signal';
import { StartupError } from '@palier/runtime/errors';
import { refuseTakenPort } from '@palier/runtime/port';
import { sayOutcome } from '@palier/sante-quebec/consolidation-outcome';
import { readHouseEnvironment } from './environment.ts';
import { type House, openHouse } from './open-house.ts';

/** `npm start`: the whole in one process, with nothing else to install. */
const ending = endOnSignal();
try {
  const { location, data, port, host, settings } = readHouseEnvironment(process.env);
  const logger = createLogger(settings.logLevel);
  await refuseTakenPort(port, host);
  const house = await openHouse({ location, data, logger, ...settings });
  ending.closeWith(() => house.close());
  const { url } = await house.gateway.listen(port, host).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  logger.info('Palier répond', { explorateur: `${url}/`, graphe: `${url}/graphql` });
  if (data.demonstration === 'CHARGEE') {
    logger.warn(
      'Données de démonstration chargées : mesures, gestionnaires et offres sont fictifs. PALIER_DEMO=0 les retire.',
    );
    await consolidate(house, logger, ending);
  }
} catch (error) {
  for (const line of linesOf(error)) process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Queries are answered meanwhile; a failure leaves the former bilans, and says so. */
async function consolidate(house: House, logger: Logger, { isAsked }: Ending): Promise<void> {
  try {
    logger.info(sayOutcome(await house.consolidate()));
  } catch (error) {
    if (!isAsked()) logger.error('La consolidation a échoué', { error });
  }
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof EnvironmentFault) return error.faults;
  return [error instanceof StartupError ? error.message : sayFault(error)];
}

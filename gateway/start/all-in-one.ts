import { resolve } from 'node:path';
import type { Gateway } from '@palier/gateway';
import { EnvironmentFault } from '@palier/gateway/environment';
import { createLogger, type Logger } from '@palier/gateway/base/logger';
import { sayFault } from '@palier/gateway/base/start-fault';
import { type Ending, endOnSignal } from '@palier/runtime/end-on-signal';
import { StartupError } from '@palier/runtime/errors';
import { refuseTakenPort } from '@palier/runtime/port';
import { sayOutcome } from '@palier/sante-quebec/consolidation-outcome';
import { acceptDevelopmentTokens } from './house/development-tokens.ts';
import { readHouseEnvironment } from './environment.ts';
import { keepConsolidated } from './house/keep-consolidated.ts';
import { openHouse } from './house/open-house.ts';
import { withPreparedBirth } from './house/prepared-birth.ts';
import { beginStory, playStory } from './house/story.ts';

/** `npm start`: the whole in one process, with nothing else to install. */
const ending = endOnSignal();
try {
  const environment = readHouseEnvironment(process.env);
  const { location, locations, data, keysFolder, port, host, settings: asked } = environment;
  const logger = createLogger(asked.logLevel);
  logger.info('Palier démarre', {
    data: location.kind === 'folder' && !locations ? resolve(location.folder) : 'serveur PostgreSQL',
  });
  await refuseTakenPort(port, host);
  // Keys are made once nothing else is wrong.
  const { settings } = readHouseEnvironment(await acceptDevelopmentTokens(process.env));
  const house = await openHouse({
    location: withPreparedBirth(location, data),
    locations,
    data,
    keysFolder,
    logger,
    tell: (ready) => logger.info(`Prêt : ${ready}`),
    ...settings,
  });
  const bilans = keepConsolidated(house, {
    consolidated: (outcomes) => outcomes.forEach((outcome) => logger.info(sayOutcome(outcome))),
    failed: (error, campagne) => {
      // The former bilans stay, and queries are answered meanwhile.
      if (!ending.isAsked()) logger.error('La consolidation a échoué', { campagne, error });
    },
  });
  const teller = createActGate(house.gateway, ending);
  ending.closeWith(async () => {
    bilans.stop();
    await teller.isQuiet();
    await house.close();
  });
  house.database.onStopped(ending.endWith);
  // Nobody acts before it has begun.
  if (data.demonstration === 'CHARGEE') await tell(teller, logger, ending, beginStory);
  const { url } = await house.gateway.listen(port, host).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  logger.info('Palier répond', { explorateur: `${url}/`, graphe: `${url}/graphql` });
  if (data.demonstration === 'CHARGEE') {
    logger.warn(
      'Données de démonstration chargées : mesures, gestionnaires et offres sont fictifs. PALIER_DEMO=0 les retire, où personne n’a agi.',
    );
  }
  await bilans.begin();
  if (data.demonstration === 'CHARGEE') await tell(teller, logger, ending, playStory);
} catch (error) {
  for (const line of linesOf(error)) process.stderr.write(`${line}\n`);
  process.exit(1);
}

interface Teller extends Pick<Gateway, 'execute'> {
  /** Once the act that is under way has ended. */
  isQuiet(): Promise<void>;
}

/** No act of a story begins once the program is asked to end, and none is cut off. */
function createActGate(gateway: Gateway, { isAsked }: Ending): Teller {
  let act: Promise<unknown> = Promise.resolve();
  return {
    execute: async (request) => {
      if (isAsked()) throw new Error('the program ends');
      const answer = gateway.execute(request);
      act = answer;
      return answer;
    },
    isQuiet: () =>
      act.then(
        () => undefined,
        () => undefined,
      ),
  };
}

/** A demonstration is the less shown for a failure, and no more. */
async function tell(
  teller: Teller,
  logger: Logger,
  { isAsked }: Ending,
  story: typeof beginStory | typeof playStory,
): Promise<void> {
  try {
    const outcome = await story(teller, (why) =>
      logger.warn(`Récit de démonstration : un acte est laissé de côté. ${why}`),
    );
    if (outcome === 'PLAYED')
      logger.info(
        'Récit de démonstration joué : une campagne, trois redditions, un retour, un bilan apprécié.',
      );
    if (outcome === 'PLAYED_IN_PART')
      logger.info('Récit de démonstration joué, sauf ce que d’autres ont fait autrement.');
    if (outcome === 'OTHERS_ACTED')
      logger.warn('Récit de démonstration laissé de côté : quelqu’un a déjà agi dans ces données.');
  } catch (error) {
    if (!isAsked()) logger.warn('Le récit de démonstration n’a pas été joué en entier', { error });
  }
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof EnvironmentFault) return error.faults;
  return [error instanceof StartupError ? error.message : sayFault(error)];
}

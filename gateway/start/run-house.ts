import type { Gateway } from '@palier/gateway';
import type { Logger } from '@palier/gateway/base/logger';
import type { DatabaseLocation } from '@palier/runtime/database';
import type { Ending } from '@palier/calls/program/end-on-signal';
import { sayOutcome } from '@palier/sante-quebec/consolidation-outcome';
import { type HouseEnvironment, readHouseEnvironment } from './environment.ts';
import { acceptDevelopmentTokens, type Variables } from './house/development-tokens.ts';
import { keepConsolidated } from './house/keep-consolidated.ts';
import { openHouse } from './house/open-house.ts';
import { findGraph, GRAPH, graphVersion } from './house/prepared-graph.ts';
import { beginStory, playStory } from './house/story.ts';

interface Running {
  readonly variables: Variables;
  readonly environment: HouseEnvironment;
  readonly location: DatabaseLocation;
  readonly logger: Logger;
  readonly ending: Ending;
}

/** Opens the whole, answers, and keeps its bilans and its story up to date until it is asked to end. */
export async function runHouse({ variables, environment, location, logger, ending }: Running): Promise<void> {
  const { locations, data, keysFolder, port, host } = environment;
  // Keys are made once nothing else is wrong.
  const { settings } = readHouseEnvironment(await acceptDevelopmentTokens(variables));
  const house = await openHouse({
    location,
    locations,
    data,
    keysFolder,
    logger,
    tell: (ready) => logger.info(`Prêt : ${ready}`),
    ...settings,
    planning: { ...settings.planning, findKnown: (digest) => findGraph(GRAPH, graphVersion(digest)) },
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
  logger.info('Palier répond', { explorer: `${url}/`, graph: `${url}/graphql` });
  if (data.demonstration === 'CHARGEE') {
    logger.warn(
      'Données de démonstration chargées : mesures, gestionnaires et offres sont fictifs. PALIER_DEMO=0 les retire, où personne n’a agi.',
    );
  }
  await bilans.begin();
  if (data.demonstration === 'CHARGEE') await tell(teller, logger, ending, playStory);
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

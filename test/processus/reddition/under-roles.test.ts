import { it } from 'vitest';
import { openPreparedBase } from '../../base/roles-place.ts';
import { NO_SERVER } from '../../postgres.ts';
import { playReddition } from './play-reddition.ts';

/** The whole process once more, on PostgreSQL, each level under a role that may do only what `npm run base` gave it. */
const base = await openPreparedBase({ demonstration: 'CHARGEE' });
if (base === undefined) it.skip(`reddition under the roles of the levels: ${NO_SERVER}`);
else {
  const { locations, administered, close } = base;
  playReddition(() =>
    Promise.resolve({ location: { kind: 'server', url: '' }, locations, administered, close }),
  );
}

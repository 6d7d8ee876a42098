import { it } from 'vitest';
import { openPreparedBase } from '../../base/roles-place.ts';
import { NO_SERVER } from '../../postgres.ts';
import { playRegles } from './play-regles.ts';

/** Rules that are published and withdrawn, and deposits by file, on PostgreSQL under the roles of the levels. */
const base = await openPreparedBase({ demonstration: 'CHARGEE' });
if (base === undefined) it.skip(`rules and files under the roles of the levels: ${NO_SERVER}`);
else {
  const { locations, administered, close } = base;
  playRegles(() =>
    Promise.resolve({ location: { kind: 'server', url: '' }, locations, administered, close }),
  );
}

/** `birth.ts FOLDER`: Palier's data with its demonstration, consolidated, in an embedded database of that folder. */
import { openHouse } from '@palier/start/open-house';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Where?');
const house = await openHouse({
  location: { kind: 'folder', folder },
  data: { demonstration: 'CHARGEE' },
  logLevel: 'error',
});
await house.consolidate();
await house.close();

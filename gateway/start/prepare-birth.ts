import { rmSync } from 'node:fs';
import { sayFault } from '@palier/gateway/base/start-fault';
import { leaveUnbegun } from '@palier/runtime/level/leave-unbegun';
import { arePrepared, keepPreparedFiles } from '@palier/runtime/prepared-files';
import { LEVELS } from './house/levels.ts';
import { openHouse } from './house/open-house.ts';
import { PREPARED, preparedVersion } from './house/prepared-birth.ts';

/**
 * After an installation: what every new data folder holds at first is made once, and copied from then on. An installation does
 * not fail for it: where it could not be made, nothing is left of it, and each folder is born by itself.
 */
const version = preparedVersion();
if (!arePrepared(PREPARED, version)) {
  const folder = `${PREPARED}.${process.pid}.base`;
  try {
    const house = await openHouse({
      location: { kind: 'folder', folder },
      data: { demonstration: 'CHARGEE' },
      logLevel: 'error',
    });
    try {
      await house.consolidate();
      for (const level of LEVELS) await leaveUnbegun(house.database.kysely, level);
    } finally {
      await house.close();
    }
    keepPreparedFiles(folder, PREPARED, version);
  } catch (error) {
    rmSync(PREPARED, { recursive: true, force: true });
    process.stderr.write(
      `La base des nouveaux dossiers n’a pas été préparée ; le premier démarrage sera plus long : ${sayFault(error)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { rmSync } from 'node:fs';
import { sayFault } from '@palier/gateway/base/start-fault';
import { makeKnownGeneration } from '@palier/gateway/generations/known-generation';
import { readSupergraph } from '@palier/gateway/generations/read-supergraph';
import { readRegisteredOperations } from '@palier/gateway/generations/registered-operations';
import { leaveUnbegun } from '@palier/runtime/level/leave-unbegun';
import { arePrepared, beginLogAnew, dropTemplates, keepPreparedFiles } from '@palier/runtime/prepared-files';
import { OPERATIONS } from './environment.ts';
import { LEVELS } from './house/levels.ts';
import { openHouse, SUPERGRAPH } from './house/open-house.ts';
import { PREPARED, preparedVersion } from './house/prepared-birth.ts';
import { findGraph, GRAPH, graphVersion, keepGraph } from './house/prepared-graph.ts';

/**
 * After an installation: what every start makes of the supergraph is made once, and found from then on; so is what every new data
 * folder holds at first, and copied. An installation does
 * not fail for it: where it could not be made, nothing is left of it, and each folder is born by itself.
 */
try {
  const { sdl, digest } = await readSupergraph({ path: SUPERGRAPH });
  const made = graphVersion(digest);
  if (findGraph(GRAPH, made) === undefined) {
    const { documents } = await readRegisteredOperations(OPERATIONS);
    keepGraph(GRAPH, made, await makeKnownGeneration(sdl, documents));
  }
} catch (error) {
  process.stderr.write(
    `Le graphe n’a pas été préparé ; chaque démarrage sera plus long : ${sayFault(error)}\n`,
  );
}
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
      await dropTemplates(house.database.kysely);
      await beginLogAnew(house.database.kysely);
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

import 'reflect-metadata';
import { openDatabase } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';

/** Makes the tables of every level in a folder, or brings those it holds to this version, as a start does. */
const database = await openDatabase({ kind: 'folder', folder: process.argv[2] ?? '' });
try {
  for (const level of LEVELS) await level.prepare(database.kysely, { demonstration: 'CHARGEE' });
} finally {
  await database.close();
}

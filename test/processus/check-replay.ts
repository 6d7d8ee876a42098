import { type Database, openDatabase } from '@palier/runtime/database';
import { checkActs } from '@palier/runtime/testing/check-acts';
import { LEVELS } from '@palier/start/levels';
import { expect } from 'vitest';
import { snapshotLocation } from '../house.ts';

let replica: Promise<Database> | undefined;

/** The levels as they are born, once a worker: what is played there is undone. */
async function openReplica(): Promise<Database> {
  const database = await openDatabase(snapshotLocation());
  for (const definition of LEVELS) await definition.open(database, { demonstration: 'CHARGEE' });
  return database;
}

/** Whatever was done in a house, its acts played again from its birth give the same tables, byte for byte. */
export async function checkReplay(database: Database): Promise<void> {
  for (const definition of LEVELS) {
    const verdict = await checkActs(database, definition, () => (replica ??= openReplica()));
    if (verdict !== undefined) expect([verdict.actes, verdict.lignes]).not.toContain(0);
  }
}

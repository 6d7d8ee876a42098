import { type Database, openDatabase } from '@palier/runtime/database';
import { replayInto } from '@palier/runtime/level/replay-journal';
import { LEVELS } from '@palier/start/levels';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { snapshotLocation } from '../house.ts';

const DEMONSTRATION = { demonstration: 'CHARGEE' } as const;

/** Whatever was done in a house, its acts played again from its birth give the same tables, byte for byte. */
export async function checkReplay({ kysely }: Database): Promise<void> {
  const written: (typeof LEVELS)[number][] = [];
  for (const definition of LEVELS) {
    const journal = sql.table(`${definition.level}.journal`);
    const { rows } = await sql`select from ${journal} limit 1`.execute(kysely);
    if (rows.length > 0) written.push(definition);
  }
  if (written.length === 0) return;
  const replica = await openDatabase(snapshotLocation());
  try {
    for (const definition of written) {
      await definition.open(replica, DEMONSTRATION);
      const { fautes, actes, lignes } = await replayInto(replica.kysely, { source: kysely, definition });
      expect(fautes, `the journal of ${definition.name}, played again`).toEqual([]);
      expect([actes, lignes]).not.toContain(0);
    }
  } finally {
    await replica.close();
  }
}

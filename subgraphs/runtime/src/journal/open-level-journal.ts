import type { Kysely } from 'kysely';
import type { AskGraph } from '../calls/ask-graph.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { ActeDefinition, OrigineActe } from './acte.ts';
import { countersignEach } from './countersign.ts';
import type { JournalKeys } from './journal-keys.ts';
import type { JournalTables } from './journal-tables.ts';
import { createJournal } from './journal.ts';
import { insertKey, listKeys } from './journal.queries.ts';
import type { LevelJournal } from './level-journal.ts';

export interface LevelJournalOptions {
  readonly database: Kysely<unknown>;
  readonly level: string;
  readonly niveau: CodePalier;
  readonly origine: OrigineActe;
  readonly actes: readonly ActeDefinition[];
  readonly keys: JournalKeys;
  readonly graph: AskGraph | undefined;
}

/** Opens the journal of a level whose tables are there. A key it never signed with is noted: receipts of before stay good. */
export async function openLevelJournal({ keys, ...options }: LevelJournalOptions): Promise<LevelJournal> {
  const { database, level, niveau, actes, graph } = options;
  const signer = keys.signerOf(niveau);
  const tables = tablesOf<JournalTables>(database, level);
  if (!(await listKeys(tables)).includes(signer.publicKey))
    await insertKey(tables, { publique: signer.publicKey, depuis_le: new Date().toISOString() });
  const journal = createJournal({ ...options, signer });
  const whole = { ...journal, niveau, level, database, actes, signer, graph, publics: () => keys.publics() };
  if (graph !== undefined) countersignEach(whole, graph);
  return whole;
}

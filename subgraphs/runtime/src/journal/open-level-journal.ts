import type { Kysely } from 'kysely';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { log } from '../base/log.ts';
import type { AskGraph } from '../calls/ask-graph.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { ActeDefinition, OrigineActe } from './acte.ts';
import { countersignEach } from './countersign.ts';
import type { JournalKeys } from './journal-keys.ts';
import type { JournalTables } from './journal-tables.ts';
import { createJournal } from './journal.ts';
import { hasSigned, insertKey, listKeys } from './journal.queries.ts';
import type { LevelJournal } from './level-journal.ts';
import type { NoteSigner } from './signed-note.ts';

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
  const keysOfBefore = await listKeys(tables);
  if (!keysOfBefore.includes(signer.publicKey)) {
    await insertKey(tables, { publique: signer.publicKey, depuis_le: new Date().toISOString() });
    const former = keysOfBefore.at(-1);
    if (former !== undefined && (await hasSigned(tables))) sayNew(niveau, signer, former);
  }
  const journal = createJournal({ ...options, signer });
  const whole = {
    ...journal,
    ...listening(),
    niveau,
    level,
    database,
    actes,
    signer,
    graph,
    publics: () => keys.publics(),
  };
  const countersigning = graph === undefined ? NOBODY_SIGNS : countersignEach(whole, graph);
  return { ...whole, ...countersigning };
}

const NOBODY_SIGNS = { lookAgain: () => undefined, stop: () => undefined };

function listening(): Pick<LevelJournal, 'onSeen' | 'tellSeen'> {
  const listeners = new Set<(other: CodePalier) => void>();
  return {
    onSeen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tellSeen: (other) => listeners.forEach((listener) => listener(other)),
  };
}

/** A folder of keys that is not the right one is found by whoever reads this, before others sign by it. */
function sayNew(niveau: CodePalier, { publicKey }: NoteSigner, former: string): void {
  const { service } = LEVEL_NAMES[niveau];
  log(
    'warn',
    `Le journal du palier ${service}, signé jusqu’ici par ${former}, l’est désormais par une autre clé : ${publicKey}. Si vous ne l’avez pas voulu, arrêtez Palier et rendez-lui la première (${service}.json ; PALIER_CLES dit dans quel dossier). Sinon, donnez la nouvelle (${service}.pub) aux deux autres paliers, et gardez l’ancienne : les reçus d’avant se vérifient par elle.`,
  );
}

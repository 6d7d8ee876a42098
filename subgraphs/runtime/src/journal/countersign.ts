import type { Kysely } from 'kysely';
import type { AskGraph } from '../calls/ask-graph.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { JOURNAL_ORIGINS, writeCheckpoint } from './checkpoint.ts';
import { findLastPoint, findNodes, insertCountersignature } from './journal.queries.ts';
import type { JournalTables } from './journal-tables.ts';
import { keepTrying } from './keep-trying.ts';
import type { LevelJournal } from './level-journal.ts';
import { listConsistencyNodes, proveConsistency } from './merkle.ts';
import { listSigners, parseNote, writeNote } from './signed-note.ts';

/** The mutation by which each level countersigns the journal of another. */
export const COUNTERSIGN_FIELDS: Readonly<Record<CodePalier, string>> = {
  MSSS: `contresignature${LEVEL_NAMES.MSSS.suffix}`,
  SANTE_QUEBEC: `contresignature${LEVEL_NAMES.SANTE_QUEBEC.suffix}`,
  ETABLISSEMENT: `contresignature${LEVEL_NAMES.ETABLISSEMENT.suffix}`,
};

/** A witness that has seen another size is asked once more, from there. */
const MOST_TRIES = 3;

/**
 * Has each checkpoint of a journal signed by the two other levels, one request at a time: those that come meanwhile are signed
 * by their last. A witness that does not answer is asked again; nothing waits for it. That it stops signing, and signs again, is
 * said once each in the log.
 */
export function countersignEach(journal: Countersigned, graph: AskGraph): Countersigning {
  const witnesses = (Object.keys(COUNTERSIGN_FIELDS) as CodePalier[])
    .filter((niveau) => niveau !== journal.niveau)
    .map((niveau) => followWitness(journal, graph, niveau));
  return {
    lookAgain: () => witnesses.forEach(({ lookAgain }) => lookAgain()),
    stop: () => witnesses.forEach(({ stop }) => stop()),
  };
}

type Countersigning = Pick<LevelJournal, 'lookAgain' | 'stop'>;
type Countersigned = Omit<LevelJournal, keyof Countersigning>;

function followWitness(journal: Countersigned, graph: AskGraph, witness: CodePalier): Countersigning {
  let seen = 0;
  let wanted = 0;
  let hasLooked = false;
  const look = async (): Promise<void> => {
    // What comes while it looks is looked for again.
    hasLooked = true;
    try {
      wanted = Math.max(wanted, await findUnsigned(journal, witness));
    } catch (error) {
      hasLooked = false;
      throw error;
    }
  };
  const whole = `Le journal du palier ${LEVEL_NAMES[journal.niveau].service}`;
  const signer = `le palier ${LEVEL_NAMES[witness].service}`;
  // The witness is away, or refuses: the journal goes on, and its receipts say who signed.
  const trying = keepTrying(
    async () => {
      // What was written before this program started, or by another, may still be waiting for its witness.
      if (!hasLooked) await look();
      while (seen < wanted) seen = await askWitness(journal, graph, witness, seen);
    },
    {
      failing: (reason) => `${whole} n’est plus contresigné par ${signer} : ${reason}`,
      recovered: `${whole} est de nouveau contresigné par ${signer}.`,
    },
  );
  const stopListening = journal.onWritten((size) => {
    wanted = size;
    trying.ask();
  });
  const lookAgain = (): void => {
    hasLooked = false;
    trying.ask();
  };
  lookAgain();
  return {
    lookAgain,
    stop: () => {
      trying.stop();
      stopListening();
    },
  };
}

/** @returns how many acts the witness has yet to sign the last of; 0 when it has */
async function findUnsigned(journal: Countersigned, witness: CodePalier): Promise<number> {
  const tables = tablesOf<JournalTables>(journal.database, journal.level);
  const last = await findLastPoint(tables);
  const isSigned = last?.contresignatures.some(({ temoin }) => temoin === JOURNAL_ORIGINS[witness]) ?? true;
  return isSigned ? 0 : (last?.taille ?? 0);
}

interface Answer {
  readonly signature: string | null;
  readonly taille: number;
  readonly motif: string | null;
}

/** @returns how many acts the witness has seen, once it signed */
async function askWitness(
  journal: Countersigned,
  graph: AskGraph,
  witness: CodePalier,
  seen: number,
): Promise<number> {
  const tables = tablesOf<JournalTables>(journal.database, journal.level);
  const last = await findLastPoint(tables);
  if (last === undefined) return seen;
  const origin = JOURNAL_ORIGINS[journal.niveau];
  const text = writeCheckpoint({ origin, size: last.taille, root: last.racine });
  // By the key that witnesses know now: what a former one signed is theirs to sign as well.
  const point = writeNote(text, [journal.signer.sign(text)]);
  let depuis = seen;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const nodes = await findNodes(tables, listConsistencyNodes(depuis, last.taille));
    const preuve = proveConsistency(depuis, last.taille, nodes);
    const { signature, taille, motif } = await request(graph, witness, { point, depuis, preuve });
    if (signature !== null) {
      await keep(tables, journal, { taille: last.taille, witness, text, signature });
      return last.taille;
    }
    if (taille === depuis || taille > last.taille) throw new Error(motif ?? 'il refuse, sans dire pourquoi.');
    depuis = taille;
  }
  throw new Error('il dit chaque fois avoir vu un autre nombre d’actes.');
}

async function request(
  graph: AskGraph,
  witness: CodePalier,
  variables: { readonly point: string; readonly depuis: number; readonly preuve: readonly string[] },
): Promise<Answer> {
  const field = COUNTERSIGN_FIELDS[witness];
  const data = (await graph(
    `mutation Contresigner($point: String!, $depuis: Int!, $preuve: [String!]!) {
      reponse: ${field}(point: $point, depuis: $depuis, preuve: $preuve) { signature taille motif }
    }`,
    variables,
  )) as { readonly reponse: Answer | null };
  if (data.reponse === null) throw new Error('il ne répond pas.');
  return data.reponse;
}

/** A line that its signer's key does not recognize is not kept. */
async function keep(
  tables: Kysely<JournalTables>,
  { level, publics }: Countersigned,
  {
    taille,
    witness,
    text,
    signature,
  }: { taille: number; witness: CodePalier; text: string; signature: string },
): Promise<void> {
  const temoin = JOURNAL_ORIGINS[witness];
  const signed = parseNote(writeNote(text, [signature]));
  if (signed === undefined || !listSigners(signed, publics()).includes(temoin))
    throw new Error(
      `sa signature n’est pas reconnue : sa clé publique, ${LEVEL_NAMES[witness].service}.pub, est-elle la sienne dans le dossier des clés (PALIER_CLES) ?`,
    );
  await insertCountersignature(tables, level, { taille, temoin, signature });
}

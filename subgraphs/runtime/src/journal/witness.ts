import type { Kysely } from 'kysely';
import { tablesOf } from '../data/tables-of.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { type Checkpoint, JOURNAL_ORIGINS, parseCheckpoint } from './checkpoint.ts';
import { findSeen, insertSeen, lockingJournal } from './journal.queries.ts';
import type { JournalTables } from './journal-tables.ts';
import type { LevelJournal } from './level-journal.ts';
import { EMPTY_ROOT, verifyConsistency } from './merkle.ts';
import { sayActes } from './verify-journal.ts';
import { listSigners, type NoteSigner, type NoteVerifier, parseNote } from './signed-note.ts';

/** What another level asks to be countersigned. */
export interface Attestation {
  /** Its checkpoint, signed by itself. */
  readonly point: string;
  /** From how many acts the proof goes. */
  readonly depuis: number;
  /** That it still begins with what was seen of it. */
  readonly preuve: readonly string[];
}

/** What a witness answers: its signature, and whose journal it is of, or how much it had seen when the proof does not start from there. */
export type Attested =
  | { readonly signature: string; readonly taille: number; readonly niveau: CodePalier }
  | { readonly signature: null; readonly taille: number; readonly motif: string };

/**
 * Signs the checkpoint of another level, once it is proved to go on from what was seen of that journal: its owner can then
 * write the past again only by showing that it did. Whoever asks may be nobody known: what its level did not sign, or does not go
 * on, is refused before anything of the base is held.
 */
export async function attestFor(
  { database, level, signer, publics, tellSeen }: LevelJournal,
  attestation: Attestation,
): Promise<Attested> {
  const point = recognize(attestation, signer, publics());
  if ('motif' in point) return point;
  const { origin: journal, size: taille, root: racine } = point.checkpoint;
  let refusal = await refuseOther(tablesOf<JournalTables>(database, level), point, attestation);
  // What was seen already is signed again, and nothing is written. One at a time a journal otherwise: two proofs that start from the
  // same point could end in two pasts.
  if (refusal === undefined && attestation.depuis < taille)
    refusal = await database.transaction().execute(async (transaction) => {
      await lockingJournal(`${level}.temoin`).execute(transaction);
      const tables = tablesOf<JournalTables>(transaction, level);
      const late = await refuseOther(tables, point, attestation);
      if (late === undefined) await insertSeen(tables, level, { journal, taille, racine });
      return late;
    });
  if (refusal !== undefined) return refusal;
  tellSeen(point.niveau);
  return { signature: signer.sign(point.text), taille, niveau: point.niveau };
}

const NIVEAUX = Object.keys(JOURNAL_ORIGINS) as CodePalier[];

type Refused = Extract<Attested, { readonly motif: string }>;

/** A checkpoint that its level signed. */
interface Recognized {
  readonly text: string;
  readonly niveau: CodePalier;
  readonly checkpoint: Checkpoint;
}

/** @param known the public keys of the other levels */
function recognize(
  { point }: Attestation,
  signer: NoteSigner,
  known: readonly NoteVerifier[],
): Recognized | Refused {
  const note = parseNote(point);
  const checkpoint = note && parseCheckpoint(note.text);
  const niveau = NIVEAUX.find((one) => JOURNAL_ORIGINS[one] === checkpoint?.origin);
  if (!note || !checkpoint || !niveau || checkpoint.origin === signer.name)
    return { signature: null, taille: 0, motif: 'Ce n’est pas le point de contrôle d’un autre palier.' };
  if (!listSigners(note, known).includes(checkpoint.origin))
    return { signature: null, taille: 0, motif: `La signature de ${checkpoint.origin} n’est pas reconnue.` };
  return { text: note.text, niveau, checkpoint };
}

/** What refuses a checkpoint that does not go on from what was seen of its journal. */
async function refuseOther(
  tables: Kysely<JournalTables>,
  { checkpoint }: Recognized,
  { depuis, preuve }: Attestation,
): Promise<Refused | undefined> {
  const seen = (await findSeen(tables, checkpoint.origin)) ?? { taille: 0, racine: EMPTY_ROOT };
  if (seen.taille !== depuis)
    return { signature: null, taille: seen.taille, motif: 'La preuve ne part pas du dernier point vu.' };
  const goesOn = verifyConsistency({
    from: seen.taille,
    fromRoot: seen.racine,
    to: checkpoint.size,
    toRoot: checkpoint.root,
    proof: preuve,
  });
  if (goesOn) return undefined;
  return {
    signature: null,
    taille: seen.taille,
    motif: `Le journal de ${checkpoint.origin} ne commence plus par ce qui en avait été vu (${sayActes(seen.taille)}).`,
  };
}

import { listInclusionNodes, type Nodes, proveInclusion, verifyInclusion } from './merkle.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { CodePalier as CODES } from '../vocabulary/paliers.ts';
import { JOURNAL_ORIGINS, parseCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { listSigners, type NoteVerifier, parseNote, writeNote } from './signed-note.ts';
import type { SignedPoint } from './journal.queries.ts';

/** What proves that an act is in the journal of its level, to whoever has the public keys. */
export interface Receipt {
  readonly niveau: CodePalier;
  readonly numero: number;
  /** Of the act: the leaf that it is in the tree of its journal. */
  readonly empreinte: string;
  readonly racine: string;
  /** The digests from the leaf to the root. */
  readonly preuve: readonly string[];
  /** The checkpoint whose root it is, signed: a note that holds the size of the tree, and a line for each who signed. */
  readonly signature: string;
}

/** The nodes that the proof of an act is made of, in a tree of `size` acts. */
export const listReceiptNodes = (numero: number, size: number) => listInclusionNodes(numero - 1, size);

export function makeReceipt(
  { niveau, numero, empreinte }: Pick<Receipt, 'niveau' | 'numero' | 'empreinte'>,
  point: SignedPoint,
  nodes: Nodes,
): Receipt {
  return {
    niveau,
    numero,
    empreinte,
    racine: point.racine,
    preuve: proveInclusion(numero - 1, point.taille, nodes),
    signature: writeSignedCheckpoint(niveau, point),
  };
}

function writeSignedCheckpoint(niveau: CodePalier, point: SignedPoint): string {
  const text = writeCheckpoint({ origin: JOURNAL_ORIGINS[niveau], size: point.taille, root: point.racine });
  return writeNote(text, [point.signature, ...point.contresignatures.map(({ signature }) => signature)]);
}

/** What a check says: a fault in one French sentence, or what the receipt proves. */
export type ReceiptVerdict =
  { readonly fault: string } | { readonly size: number; readonly witnesses: readonly string[] };

/** Checks a receipt with the public keys alone. */
export function verifyReceipt(receipt: unknown, keys: readonly NoteVerifier[]): ReceiptVerdict {
  if (!isReceipt(receipt))
    return {
      fault: 'Ce n’est pas un reçu : niveau, numero, empreinte, racine, preuve et signature sont attendus.',
    };
  const origin = JOURNAL_ORIGINS[receipt.niveau];
  const note = parseNote(receipt.signature);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { fault: 'La signature n’est pas un point de contrôle signé.' };
  if (checkpoint.origin !== origin)
    return { fault: `Le point de contrôle est celui de « ${checkpoint.origin} », non de « ${origin} ».` };
  const signers = listSigners(note, keys);
  if (!signers.includes(origin))
    return { fault: `Aucune clé publique de « ${origin} » ne reconnaît la signature.` };
  if (checkpoint.root !== receipt.racine)
    return { fault: 'La racine du reçu n’est pas celle du point de contrôle signé.' };
  const isIn = verifyInclusion({
    leaf: receipt.numero - 1,
    digest: receipt.empreinte,
    size: checkpoint.size,
    root: checkpoint.root,
    proof: receipt.preuve,
  });
  if (!isIn) return { fault: 'La preuve ne mène pas de l’empreinte de l’acte à la racine signée.' };
  return { size: checkpoint.size, witnesses: signers.filter((name) => name !== origin) };
}

const DIGEST = /^[0-9a-f]{64}$/;

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const { niveau, numero, empreinte, racine, preuve, signature } = value as Partial<
    Record<keyof Receipt, unknown>
  >;
  return (
    typeof niveau === 'string' &&
    niveau in CODES &&
    Number.isSafeInteger(numero) &&
    isDigest(empreinte) &&
    isDigest(racine) &&
    Array.isArray(preuve) &&
    preuve.every(isDigest) &&
    typeof signature === 'string'
  );
}

const isDigest = (value: unknown): value is string => typeof value === 'string' && DIGEST.test(value);

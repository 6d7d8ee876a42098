import { digestText } from './acte-digest.ts';
import { JOURNAL_ORIGINS } from './checkpoint.ts';
import { isReserved } from './reserved.ts';
import { leafDigest } from './merkle.ts';
import { type ReceiptVerdict, verifyReceipt } from './receipt.ts';
import type { NoteVerifier } from './signed-note.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A receipt as a file holds it, and the act that it stands in, if it does. */
export interface FoundReceipt {
  readonly recu: Fields;
  readonly acte: Fields | undefined;
}

/** What a receipt proves, and of what; or the first thing that does not hold. */
export type ReceiptCheck =
  | Extract<ReceiptVerdict, { readonly fault: string }>
  | (Exclude<ReceiptVerdict, { readonly fault: string }> & {
      /** What the act says, when its leaf came with the receipt. */
      readonly feuille: Fields | undefined;
      /** Whether the content came too, and is the one that the leaf names. */
      readonly contenu: boolean;
    });

/** As deep as an answer of the graph goes. */
const DEEPEST = 64;

/** Finds the receipts anywhere in what a mutation or a journal answered; a receipt alone is found too. */
export function findReceipts(value: unknown): FoundReceipt[] {
  const found: FoundReceipt[] = [];
  const look = (at: unknown, parent: Fields | undefined, name: string, depth: number): void => {
    if (typeof at !== 'object' || at === null || depth > DEEPEST) return;
    const fields = at as Fields;
    if (!Array.isArray(at) && (name === 'recu' || ('preuve' in fields && 'signature' in fields))) {
      found.push({ recu: fields, acte: parent });
      return;
    }
    for (const [key, child] of Object.entries(fields))
      look(child, Array.isArray(at) ? undefined : fields, key, depth + 1);
  };
  look(value, undefined, '', 0);
  return found;
}

/** Checks a receipt with the public keys alone, and that the act around it is the one that it is the receipt of. */
export function checkReceipt({ recu, acte }: FoundReceipt, keys: readonly NoteVerifier[]): ReceiptCheck {
  const verdict = verifyReceipt(recu, keys);
  if ('fault' in verdict) return verdict;
  const told = recu['temoins'];
  const witnesses = LEVELS_BY_NAME.filter(([, origin]) => verdict.witnesses.includes(origin)).map(
    ([niveau]) => niveau,
  );
  if (told !== undefined && !isSame(told, witnesses))
    return {
      fault: `« temoins » vaut ${JSON.stringify(told)} dans le fichier, et ${JSON.stringify(witnesses)} par les signatures que les clés publiques reconnaissent.`,
    };
  const { feuille: text, contenu: said } = acte ?? {};
  // Who may not read a content is told so in its place: the leaf still names the whole.
  const contenu = typeof said === 'string' && !isReserved(said) ? said : undefined;
  if (typeof text !== 'string') {
    if (contenu !== undefined)
      return { fault: 'Le contenu est là sans la feuille de l’acte : demandez « feuille » aussi.' };
    return { ...verdict, feuille: undefined, contenu: false };
  }
  if (leafDigest(text) !== recu['empreinte'])
    return { fault: 'L’empreinte du reçu n’est pas celle de la feuille : la feuille a été changée.' };
  const feuille = parseLeaf(text);
  if (feuille === undefined) return { fault: 'La feuille n’est pas le texte d’un acte.' };
  if (contenu !== undefined && digestText(contenu) !== feuille['empreinteContenu'])
    return { fault: 'Le contenu n’est pas celui que la feuille nomme : il a été changé.' };
  const other = findOther(acte ?? {}, recu, feuille);
  if (other !== undefined)
    return {
      fault: `« ${other} » vaut ${JSON.stringify((acte ?? {})[other] ?? recu[other])} dans le fichier, et ${JSON.stringify(feuille[SAID[other] ?? other])} dans la feuille.`,
    };
  return { ...verdict, feuille, contenu: contenu !== undefined };
}

const LEVELS_BY_NAME = Object.entries(JOURNAL_ORIGINS);

const isSame = (said: unknown, witnesses: readonly string[]): boolean =>
  Array.isArray(said) &&
  said.length === witnesses.length &&
  witnesses.every((witness) => said.includes(witness));

function parseLeaf(text: string): Fields | undefined {
  try {
    const leaf = JSON.parse(text) as unknown;
    return typeof leaf === 'object' && leaf !== null && !Array.isArray(leaf) ? (leaf as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** What the graph says of an act, by the name that it has in its leaf. */
const SAID: Readonly<Record<string, string>> = {
  niveau: 'niveau',
  numero: 'numero',
  natureActe: 'nature',
  versionContenu: 'version',
  auteur: 'auteur',
  etablissement: 'etablissement',
  motif: 'motif',
  cle: 'cle',
  origine: 'origine',
  inscritLe: 'inscritLe',
};

/** @returns what the act around the receipt, or the receipt, says otherwise than the leaf */
function findOther(acte: Fields, recu: Fields, feuille: Fields): string | undefined {
  const other = Object.entries(SAID).find(([said, name]) => said in acte && acte[said] !== feuille[name]);
  return other?.[0] ?? ['niveau', 'numero'].find((name) => recu[name] !== feuille[name]);
}

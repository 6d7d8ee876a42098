import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Acte } from './acte.ts';
import { leafDigest } from './merkle.ts';

/** JSON in its one form (RFC 8785): the same value has the same text on every machine. */
export function toCanonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a canonical form');
  return text;
}

export const digestText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** 128 random bits, in hexadecimal: digests are read by all, and who guesses what was said must not learn by them that it is so. */
export const drawSel = (): string => randomBytes(16).toString('hex');

/** What an act holds, as its text says it. */
type Said = Pick<Acte, 'contenu' | 'sel'>;

/** The text of a content, which its digest is made from: whoever may read it may verify it. */
export const writeContenu = ({ contenu, sel }: Said): string =>
  toCanonicalJson(sel === undefined ? contenu : { ...(contenu as object), sel });

/** What such a text says; an act of before, or one that everybody reads, has no salt. */
export function readContenu(text: string): Said {
  const { sel, ...contenu } = JSON.parse(text) as { readonly sel?: string };
  return sel === undefined ? { contenu } : { contenu, sel };
}

/** Digest of what was asked: what tells one demand from another under the same key. */
export const digestDemande = (asked: unknown): string => digestText(toCanonicalJson(asked));

/** All that an act says, its content by a digest of its own: a receipt is checked without the content. */
export type SaidActe = Omit<Acte, 'contenu' | 'empreinte'> & { readonly empreinteContenu: string };

/** The text that an act's digest is made from. It holds the digest of the act before: acts are a chain. */
export const toLeaf = ({
  niveau,
  numero,
  nature,
  version,
  auteur,
  palier,
  etablissement,
  cle,
  motif,
  inscritLe,
  origine,
  demande,
  precedente,
  empreinteContenu,
}: SaidActe): string =>
  toCanonicalJson({
    niveau,
    numero,
    nature,
    version,
    auteur,
    palier,
    etablissement,
    cle,
    motif,
    inscritLe,
    origine,
    demande,
    precedente,
    empreinteContenu,
  });

export const digestActe = (acte: SaidActe): string => leafDigest(toLeaf(acte));

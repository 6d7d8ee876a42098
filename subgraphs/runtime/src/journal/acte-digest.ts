import { createHash } from 'node:crypto';
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

import { stemmer } from '@orama/stemmers/french';
import { foldTexte } from './normalise-texte.ts';
import { readNombre } from './nombres.ts';

/** Shorter words have no other forms worth finding. */
const SHORTEST = 4;
/** A number above is not written in letters. */
const GREATEST_IN_LETTERS = 100;
/** Stems that what is below would make those of another word: an agency is no agent. */
const APART: ReadonlySet<string> = new Set(['agenc']);

/**
 * What the forms of a word have in common, accents typed or not: « urgences » and « urgente » give « urgent ». Two stems
 * where the accents change what the Snowball stemmer takes off. A number in letters has its digits for a stem.
 */
export function listRacines(mot: string): readonly string[] {
  const nombre = mot.startsWith('0') ? undefined : readNombre(foldTexte(mot));
  if (nombre !== undefined) return nombre <= GREATEST_IN_LETTERS ? [String(nombre)] : [];
  if (mot.length < SHORTEST || /\d/.test(mot)) return [];
  return [...new Set([toRacine(mot), toRacine(foldTexte(mot))])];
}

function toRacine(mot: string): string {
  return bringTogether(foldTexte(stemmer(mot)));
}

/** The stemmer keeps apart a noun and its adjective (urgence, urgent), a noun and its verb (modification, modifier). */
function bringTogether(racine: string): string {
  if (racine.length < SHORTEST || APART.has(racine)) return racine;
  return racine
    .replace(/([ae])nc$/, '$1nt')
    .replace(/gu$/, 'g')
    .replace(/([a-z])\1$/, '$1')
    .replace(/i$/, '');
}

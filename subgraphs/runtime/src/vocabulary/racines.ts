import { stemmer } from '@orama/stemmers/french';
import { foldTexte } from './normalise-texte.ts';

/** Shorter words have no other forms worth finding. */
const SHORTEST = 4;
/**
 * What the forms of a word have in common, accents typed or not: « urgences » and « urgente » give « urgent ». Two stems
 * where the accents change what the Snowball stemmer takes off.
 */
export function listRacines(mot: string): readonly string[] {
  if (mot.length < SHORTEST || /\d/.test(mot)) return [];
  return [...new Set([toRacine(mot), toRacine(foldTexte(mot))])];
}

function toRacine(mot: string): string {
  return bringTogether(foldTexte(stemmer(mot)));
}

/** The stemmer keeps apart a noun and its adjective (urgence, urgent), a noun and its verb (modification, modifier). */
function bringTogether(racine: string): string {
  if (racine.length < SHORTEST) return racine;
  return racine
    .replace(/([ae])nc$/, '$1nt')
    .replace(/gu$/, 'g')
    .replace(/([a-z])\1$/, '$1')
    .replace(/i$/, '');
}

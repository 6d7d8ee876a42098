import { PalierError } from '@palier/runtime/errors';
import { normaliseTexte } from './normalise-texte.ts';

const MAX_LENGTH = 200;
// The French list of Postgres leaves these out, or writes them with the accents taken away here.
const EMPTY_WORDS: ReadonlySet<string> = new Set(['les', 'meme', 'etre', 'ete']);

/** What somebody looks for, ready to be compared with what was kept. */
export interface RechercheDemandee {
  /** The whole text, for codes: « A-P11 » gives « a p11 ». */
  readonly normalise: string;
  readonly mots: readonly string[];
}

/** Raises RECHERCHE_INVALIDE when nothing can be looked for. */
export function parseRecherche(texte: string): RechercheDemandee {
  if (texte.length > MAX_LENGTH)
    throw new PalierError('RECHERCHE_INVALIDE', `Au plus ${MAX_LENGTH} caractères ; reçu : ${texte.length}.`);
  const normalise = normaliseTexte(texte);
  if (normalise === '')
    throw new PalierError('RECHERCHE_INVALIDE', 'Il faut au moins une lettre ou un chiffre.');
  const mots = normalise.split(' ').filter((mot) => !EMPTY_WORDS.has(mot));
  return { normalise, mots: [...new Set(mots)] };
}

const DIACRITICS = /\p{M}/gu;
const NOT_A_WORD = /[^a-z0-9]+/g;

/**
 * The same words whatever their accents, case, ligatures and punctuation: « L’Accès à l’œuvre » gives « l acces a l
 * oeuvre ». Written here because the `unaccent` extension is not on every server.
 */
export function normaliseTexte(texte: string): string {
  return texte
    .toLowerCase()
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(NOT_A_WORD, ' ')
    .trim();
}

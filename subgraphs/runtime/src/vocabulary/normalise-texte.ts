const DIACRITICS = /\p{M}/gu;
const NOT_A_WORD = /[^a-z0-9]+/g;
/** What places are called after, in short. */
const ENTIERS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
]);

/** The same letters without accents, capitals or ligatures. Written here because `unaccent` is not on every server. */
export function foldTexte(texte: string): string {
  return texte
    .toLowerCase()
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** A word so folded, in full: « Ste » gives « sainte ». */
export function foldMot(mot: string): string {
  const folded = foldTexte(mot);
  return ENTIERS.get(folded) ?? folded;
}

/** The same words whatever their accents, case and punctuation: « L’Accès à l’œuvre » gives « l acces a l oeuvre ». */
export function normaliseTexte(texte: string): string {
  return foldTexte(texte)
    .replace(NOT_A_WORD, ' ')
    .trim()
    .replace(/\bste?\b/g, foldMot);
}

import { foldTexte } from '@palier/runtime/normalise-texte';

/** Whether a text holds every word of a search, accents and case ignored. */
export function holdsWords(text: string, search: string): boolean {
  const folded = fold(text);
  return fold(search)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

const fold = (text: string): string => foldTexte(text).replaceAll('’', "'");

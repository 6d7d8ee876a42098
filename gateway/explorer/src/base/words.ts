import { listMots } from '@palier/runtime/list-mots';
import { foldTexte } from '@palier/runtime/normalise-texte';

/** The words of a text, in every form by which they are compared. */
export const lexemesOf = (text: string): ReadonlySet<string> =>
  new Set(listMots(foldLigatures(text)).flatMap(({ lexemes }) => lexemes));

/** « œ » is two letters for whoever types it so. */
const foldLigatures = (text: string): string => (/[œæ]/i.test(text) ? foldTexte(text) : text);

const SHORTEST_BEGINNING = 3;

/** Whether a word that is being typed begins one of them. */
export const begins = (known: ReadonlySet<string>, [word = '']: readonly string[]): boolean =>
  word.length >= SHORTEST_BEGINNING && [...known].some((lexeme) => lexeme.startsWith(word));

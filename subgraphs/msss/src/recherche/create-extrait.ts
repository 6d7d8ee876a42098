import { type Mot, listMots } from '@palier/runtime/list-mots';

const BEFORE = 60;
const LENGTH = 200;

/** About 200 characters around the longest of the words looked for, in the text when it holds one, else in the title. */
export function createExtrait(
  { titre, texte }: { readonly titre: string; readonly texte: string },
  mots: readonly Mot[],
): string {
  const isInTexte = mots.some((mot) => findWord(texte, mot) !== undefined);
  return cut(isInTexte ? texte : titre, mots);
}

function cut(texte: string, mots: readonly Mot[]): string {
  if (texte.length <= LENGTH) return texte;
  const start = findStart(texte, mots);
  const end = start + LENGTH >= texte.length ? texte.length : texte.lastIndexOf(' ', start + LENGTH);
  const prefix = start === 0 ? '' : '… ';
  const suffix = end === texte.length ? '' : ' …';
  return `${prefix}${texte.slice(start, end).trim()}${suffix}`;
}

function findStart(texte: string, mots: readonly Mot[]): number {
  const longestFirst = mots.toSorted((one, other) => other.mot.length - one.mot.length);
  for (const mot of longestFirst) {
    const place = findWord(texte, mot);
    if (place === undefined) continue;
    return place <= BEFORE ? 0 : texte.lastIndexOf(' ', place - BEFORE) + 1;
  }
  return 0;
}

/** Where the first form of a word stands, or a word of which it is the beginning. */
function findWord(texte: string, { mot, lexemes }: Mot): number | undefined {
  return listMots(texte).find(
    (other) => other.mot.startsWith(mot) || other.lexemes.some((lexeme) => lexemes.includes(lexeme)),
  )?.place;
}

import { normaliseTexte } from './normalise-texte.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BEFORE = 60;
const LENGTH = 200;

/** About 200 characters around the longest of the words looked for, in the text when it holds one, else in the title. */
export function createExtrait(
  { titre, texte }: { readonly titre: string; readonly texte: string },
  mots: readonly string[],
): string {
  const isInTexte = mots.some((mot) => findWord(texte, mot) !== undefined);
  return cut(isInTexte ? texte : titre, mots);
}

function cut(texte: string, mots: readonly string[]): string {
  if (texte.length <= LENGTH) return texte;
  const start = findStart(texte, mots);
  const end = start + LENGTH >= texte.length ? texte.length : texte.lastIndexOf(' ', start + LENGTH);
  const prefix = start === 0 ? '' : '… ';
  const suffix = end === texte.length ? '' : ' …';
  return `${prefix}${texte.slice(start, end).trim()}${suffix}`;
}

function findStart(texte: string, mots: readonly string[]): number {
  const longestFirst = mots.toSorted((one, other) => other.length - one.length);
  for (const mot of longestFirst) {
    const place = findWord(texte, mot);
    if (place === undefined) continue;
    return place <= BEFORE ? 0 : texte.lastIndexOf(' ', place - BEFORE) + 1;
  }
  return 0;
}

/** Plurals and conjugations end differently: the last two letters of a word looked for may differ. */
function findWord(texte: string, mot: string): number | undefined {
  const beginning = mot.slice(0, Math.max(3, mot.length - 2));
  for (const { 0: word, index } of texte.matchAll(WORD))
    if (normaliseTexte(word).startsWith(beginning)) return index;
  return undefined;
}

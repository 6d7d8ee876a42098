import { foldTexte } from './normalise-texte.ts';

/** What somebody wants to know of a thing: rows that say it come first. */
export type Question = 'combien' | 'qui' | 'permis' | 'sens';

/** How people ask, before or after the words of what they look for: these are none of them. */
const TOURNURES: readonly (readonly [Question | undefined, readonly string[]])[] = [
  ['combien', ['combien de', 'combien d', 'combien', 'nombre de', 'nombre d', 'quel est le nombre de']],
  ['qui', ['qui', 'qui est-ce qui', 'par qui', 'à qui']],
  ['permis', ['qui peut', 'qui a le droit de', 'qui a le droit d']],
  [
    'sens',
    [
      'que veut dire',
      'que signifie',
      'qu’est-ce que',
      'qu’est-ce qu',
      'c’est quoi',
      'signification de',
      'définition de',
      'définition d',
      'définition',
      'lexique',
      'acronyme',
      'sigle',
    ],
  ],
  // Where everything here is.
  [undefined, ['au Québec']],
];

const WORD = /[\p{L}\p{N}]+/gu;
/** What may stand between a question and its words. */
const ARTICLES: ReadonlySet<string> = new Set(['l', 'le', 'la', 'les', 'un', 'une', 'des', 'du', 'd', 'de']);

const listWords = (texte: string): string[] => [...texte.matchAll(WORD)].map(([word]) => foldTexte(word));

// The longest first, so that « combien de » is not « combien ».
const known = TOURNURES.flatMap(([question, tournures]) =>
  tournures.map((tournure) => ({ question, words: listWords(tournure) })),
).sort((one, other) => other.words.length - one.words.length);

export interface QuestionPosee {
  readonly question: Question | undefined;
  /** What it is asked of, as it was typed. */
  readonly reste: string;
}

/** Sets a question apart from the words it is asked of. */
export function readQuestion(texte: string): QuestionPosee {
  const places = [...texte.matchAll(WORD)];
  const words = listWords(texte);
  const startsWith = (part: readonly string[]) => part.every((word, at) => words[at] === word);
  const endsWith = (part: readonly string[]) => part.every((word, at) => words.at(at - part.length) === word);
  const before = known.find((tournure) => startsWith(tournure.words));
  const after = known.find((tournure) => tournure !== before && endsWith(tournure.words));
  const question = before?.question ?? after?.question;
  let first = before?.words.length ?? 0;
  if (question !== undefined) while (ARTICLES.has(words[first] ?? '')) first += 1;
  const last = words.length - (after?.words.length ?? 0);
  if (first >= last) return { question: undefined, reste: texte };
  return { question, reste: texte.slice(places[first]?.index, places[last]?.index) };
}

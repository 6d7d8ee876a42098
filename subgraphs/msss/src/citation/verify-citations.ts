import { listMots } from '@palier/runtime/list-mots';
import type { CitedFact } from './list-facts.ts';

/** A citation that does not hold. */
export interface CitationFault {
  readonly fact: CitedFact;
  /** Words of the fact that its lines lack and that lines near by hold; none when the lines are not there at all. */
  readonly mots: readonly string[];
  /** How many lines further the words are; undefined when they are nowhere near. */
  readonly decalage: number | undefined;
}

/** How far words are looked for around a citation, in lines. */
const NEAR = 25;
/** Too few words in common with the whole document tell nothing. */
const FEWEST_WORDS = 4;
/** What lines near by must hold more, in weight of words and in proportion, for a citation to be wrong. */
const MARGINS = { whole: { gap: 8, ratio: 3 }, part: { gap: 14, ratio: 4.5 } } as const;
/** Weight of words from which lines that hold none of them are wrong by themselves. */
const HEAVY = 8;

/** The words of a document, line by line, by their stems. */
export interface TextIndex {
  readonly lines: readonly ReadonlySet<string>[];
  /** How rare each stem is: the logarithm of the lines for one that has it. */
  readonly weights: ReadonlyMap<string, number>;
}

export function indexText(lines: readonly string[]): TextIndex {
  const stems = lines.map((line) => new Set(listMots(line).map(toStem)));
  const counts = new Map<string, number>();
  for (const line of stems) for (const stem of line) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = new Map([...counts].map(([stem, count]) => [stem, Math.log(lines.length / count)]));
  return { lines: stems, weights };
}

/**
 * Why a citation does not hold; nothing when it does. Facts are in our own words, so that lines are held against those near by:
 * a citation is wrong when lines close to it hold far more of what the fact says, or when it holds nothing of it.
 */
export function verifyCitation(fact: CitedFact, text: TextIndex): CitationFault | undefined {
  if (fact.ranges.some(([first, last]) => first < 1 || last < first || last > text.lines.length))
    return { fact, mots: [], decalage: undefined };
  const words = listWords(fact.dit, text);
  if (words.size < FEWEST_WORDS) return undefined;
  const own = holdOf(fact, text, words, 0);
  const best = findBest(fact, text, words);
  const { gap, ratio } = MARGINS[fact.isPart ? 'part' : 'whole'];
  const total = [...words.keys()].reduce((sum, stem) => sum + weigh(text, stem), 0);
  const isEmpty = !fact.isPart && own.weight === 0 && total > HEAVY;
  const isElsewhere = best.weight - own.weight > gap && best.weight > ratio * own.weight;
  if (!isEmpty && !isElsewhere) return undefined;
  const lacked = isElsewhere ? [...best.stems] : [...words.keys()];
  const mots = lacked.filter((stem) => !own.stems.has(stem)).sort((a, b) => weigh(text, b) - weigh(text, a));
  return { fact, mots: mots.map((stem) => words.get(stem)!), decalage: isElsewhere ? best.shift : undefined };
}

/** The words of the fact that the document knows, by their stems. */
function listWords(dit: string, { weights }: TextIndex): ReadonlyMap<string, string> {
  const known = listMots(dit).filter((mot) => weights.has(toStem(mot)));
  return new Map(known.map((mot) => [toStem(mot), mot.mot]));
}

const toStem = ({ mot, lexemes }: ReturnType<typeof listMots>[number]): string => lexemes[1] ?? mot;

const weigh = ({ weights }: TextIndex, stem: string): number => weights.get(stem) ?? 0;

interface Hold {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
  readonly shift: number;
}

/** What the cited lines hold of the words, once moved. */
function holdOf(
  { ranges }: CitedFact,
  text: TextIndex,
  words: ReadonlyMap<string, string>,
  shift: number,
): Hold {
  const stems = new Set<string>();
  for (const [first, last] of ranges)
    for (let number = first + shift; number <= last + shift; number += 1)
      for (const stem of text.lines[number - 1] ?? []) if (words.has(stem)) stems.add(stem);
  const weight = [...stems].reduce((sum, stem) => sum + weigh(text, stem), 0);
  return { stems, weight, shift };
}

/** Where the words are best held near the cited lines, the closest first. */
function findBest(fact: CitedFact, text: TextIndex, words: ReadonlyMap<string, string>): Hold {
  let best = holdOf(fact, text, words, 1);
  for (let distance = 1; distance <= NEAR; distance += 1)
    for (const shift of [distance, -distance]) {
      const hold = holdOf(fact, text, words, shift);
      if (hold.weight > best.weight) best = hold;
    }
  return best;
}

import { UNITES, type Unite, readNombre } from './nombres.ts';
import { foldMot, foldTexte } from './normalise-texte.ts';
import { listRacines } from './racines.ts';

/** One word of a text. */
export interface Mot {
  /** As it is compared: without accents or capitals. */
  readonly mot: string;
  /** How it is written in a `tsvector`: as it is, and by its stems. */
  readonly lexemes: readonly string[];
  /** Where it begins. */
  readonly place: number;
}

/**
 * Letters and digits, held together by a hyphen, a point or a stroke: « P-38.001 », « 24/7 », « Info-Social »; a number whose
 * thousands are set apart: « 25 000 »; and the sign of a percentage, which is a unit.
 */
const WORD =
  /[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![0-9A-Za-z])|[0-9A-Za-z\u00c0-\u024f]+(?:[-./_:\u2010\u2011][0-9A-Za-z\u00c0-\u024f]+)*|%/g;
const PART = /[0-9A-Za-z\u00c0-\u024f]+/g;
const HAS_DIGIT = /\d/;
/** What sets a stem apart from a word of the same letters. */
const RACINE = '~';
const SEPARATOR = /[./_:\u2010\u2011]/g;
const SPACE = /[ \u00a0\u202f]/g;
const ONLY_SPACE = /^[ \u00a0\u202f]*$/;

/** Words that a sentence cannot do without, and that say nothing of what it is about. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a afin ai ainsi alors apres au aucun aucune aussi autre autres aux avant avec avoir c car ce ceci cela celle celles celui
  ces cet cette ceux chaque chez ci comme comment d dans de depuis des dit doit doivent donc dont du elle elles en entre es
  est et etait etant ete etes etre eu eux faire fait faut fera il ils j je l la laquelle le lequel les lesquels leur leurs
  lors lorsque lui ma mais me meme memes mes moi mon n ne ni nos notre nous on ont ou par parce pas peut peuvent plus pour
  pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa se selon sera seront ses si soit son sont suis sur t ta
  tel telle te tes toi ton tous tout toute toutes tu un une vers vos votre vous y`.split(/\s+/),
);

/**
 * The words of a text, in order. What holds a digit stays whole, so that « P-38 » is not found in « 38 p. », and its parts
 * are words besides: « 2010-2011 » holds « 2010 ».
 */
export function listMots(texte: string): Mot[] {
  const mots: Mot[] = [];
  visitMots(texte, ({ mot, lexemes, place }, start) => mots.push({ mot, lexemes, place: start + place }));
  return mots;
}

/**
 * The same, without making a list: the place of a word is in its token, which begins at `start`. A number and its unit are a
 * word besides, and so is the whole word of a unit in short: « 2 h » holds « 2h » and « heures ».
 */
export function visitMots(texte: string, visit: (mot: Mot, start: number) => void): void {
  let nombre: Placed | undefined;
  for (let found = WORD.exec(texte); found !== null; found = WORD.exec(texte)) {
    const token = readToken(found[0]);
    for (const mot of token.mots) visit(mot, found.index);
    if (token.unite && nombre && isRightAfter(texte, nombre, found.index)) {
      visit(toMesure(nombre, token.unite), nombre.start);
      const whole = toMot(token.unite.mot, 0);
      if (!token.mots.some((mot) => isSame(mot, whole))) visit(whole, found.index);
    }
    nombre = placeNombre(token, found);
  }
}

/** The words looked for: those that say something, each once; what holds a digit, whole; a number with its unit. */
export function listMotsDemandes(texte: string): Mot[] {
  const typed = joinMarques(texte.normalize('NFKC'));
  const mots: Mot[] = [];
  let nombre: Placed | undefined;
  for (const found of typed.matchAll(WORD)) {
    const token = toToken(found[0]);
    if (token.unite && nombre && isRightAfter(typed, nombre, found.index))
      mots.splice(-1, 1, toMesure(nombre, token.unite));
    else mots.push(...(HAS_DIGIT.test(found[0]) ? [toWhole(found[0])] : token.mots));
    nombre = placeNombre(token, found);
  }
  return onceEach(mots);
}

/** What stands between two blanks. */
interface Token {
  readonly mots: readonly Mot[];
  readonly nombre: number | undefined;
  readonly unite: Unite | undefined;
}

/** A number, and where it is written. */
interface Placed {
  readonly nombre: number;
  readonly start: number;
  readonly end: number;
}

function placeNombre({ nombre }: Token, { 0: found, index }: RegExpExecArray): Placed | undefined {
  return nombre === undefined ? undefined : { nombre, start: index, end: index + found.length };
}

const isRightAfter = (texte: string, { end }: Placed, start: number): boolean =>
  ONLY_SPACE.test(texte.slice(end, start));

const isSame = (one: Mot, other: Mot): boolean =>
  one.lexemes.some((lexeme) => other.lexemes.includes(lexeme));

function toMesure({ nombre }: Placed, { signe }: Unite): Mot {
  const mot = `${nombre}${signe}`;
  return { mot, lexemes: [mot], place: 0 };
}

// The same words come again and again in what the graph says: each is read once. What people type is not kept.
const known = new Map<string, Token>();

function readToken(found: string): Token {
  const before = known.get(found);
  if (before !== undefined) return before;
  const token = toToken(found);
  known.set(found, token);
  return token;
}

function toToken(found: string): Token {
  const folded = foldTexte(found).replace(SPACE, '');
  const nombre = readNombre(folded);
  const parts = nombre === undefined || HAS_DIGIT.test(found) ? listParts(found) : [toMot(found, 0)];
  return {
    mots: HAS_DIGIT.test(found) ? onceEach([toWhole(found), ...parts]) : parts,
    nombre,
    unite: UNITES.get(folded),
  };
}

function listParts(found: string): Mot[] {
  return [...found.matchAll(PART)]
    .map(({ 0: part, index }) => toMot(part, index))
    .filter(({ mot }) => mot.length > 1 && !EMPTY_WORDS.has(mot));
}

function toMot(part: string, place: number): Mot {
  const mot = foldMot(part);
  const written = mot === foldTexte(part) ? part.toLowerCase() : mot;
  return { mot, lexemes: [mot, ...listRacines(written).map((racine) => RACINE + racine)], place };
}

/** « P 38 » and « p. 38 » are typed for « P-38 »; « à 38 » and « y 38 » are not. */
const joinMarques = (texte: string): string =>
  texte.replace(/(?<![\p{L}\p{N}'’.-])([b-xzB-XZ])\.?\s+(?=\d)/gu, '$1-');

function toWhole(found: string): Mot {
  return toMot(joinDigits(foldTexte(found).replace(SEPARATOR, '-').replace(SPACE, '')), 0);
}

/** One writing of « P-38.001 » and « P38.001 »: the hyphen between letters and digits is left out. */
const joinDigits = (mot: string): string => mot.replace(/([a-z])-(?=\d)/g, '$1');

const onceEach = (mots: readonly Mot[]): Mot[] => [...new Map(mots.map((mot) => [mot.mot, mot])).values()];

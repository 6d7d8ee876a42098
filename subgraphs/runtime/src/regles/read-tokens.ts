/** Why a text is not an expression; `position` is that of a character, from 1. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

export interface Token {
  readonly kind: 'NOMBRE' | 'TEXTE' | 'MOT' | 'SIGNE' | 'FIN';
  /** A sign as the grammar names it; a text without its quotes. */
  readonly text: string;
  readonly position: number;
}

const LONGEST = 1_000;

/** Past it, a double no longer holds every digit. */
const MOST_DIGITS = 15;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
]);

const PATTERNS = [
  ['BLANC', /\s+/y],
  ['NOMBRE', /\d+(?:[.,]\d+)?/y],
  ['TEXTE', /"([^"]*)"|«\s*([^»]*?)\s*»/y],
  ['MOT', /\p{L}[\p{L}\d]*/uy],
  ['SIGNE', /<=|>=|<>|[<>=+\-*/();≤≥≠×÷−]/y],
] as const;

/** Cuts a text in its words and signs, in one pass. Raises ExpressionFault. */
export function readTokens(text: string): Token[] {
  if (text.length > LONGEST)
    throw new ExpressionFault(LONGEST + 1, `l’expression dépasse ${LONGEST} caractères`);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const { kind, match } = matchAt(text, at);
    if (kind === 'NOMBRE') refuseLong(match[0], at + 1);
    if (kind !== 'BLANC')
      tokens.push({ kind, text: match[1] ?? match[2] ?? SIGNS.get(match[0]) ?? match[0], position: at + 1 });
    at += match[0].length;
  }
  return [...tokens, { kind: 'FIN', text: '', position: text.length + 1 }];
}

function matchAt(text: string, at: number) {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, match };
  }
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  throw new ExpressionFault(at + 1, FAULTS.get(sign) ?? `le signe « ${sign} » n’est pas du langage`);
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['"', 'un texte n’est pas fermé'],
  ['«', 'un texte n’est pas fermé'],
  ['»', 'un texte est fermé sans avoir été ouvert'],
]);

function refuseLong(digits: string, position: number): void {
  if (digits.replace(/[.,]/, '').length > MOST_DIGITS)
    throw new ExpressionFault(position, `un nombre a au plus ${MOST_DIGITS} chiffres`);
}

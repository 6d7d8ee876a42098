import { refuseText } from '@palier/calls/entered';

/** Faults and remarks that an answer in JSON tells one by one; past it they are counted. */
export const MOST_TOLD = 5_000;

/** What was found in a file, told one by one up to a number, and counted. */
export class Findings<Finding extends { readonly code: string }> {
  readonly told: Finding[] = [];
  readonly parCode: Record<string, number> = {};
  total = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(finding: Finding): void {
    this.total += 1;
    this.parCode[finding.code] = (this.parCode[finding.code] ?? 0) + 1;
    if (this.told.length < this.#most) this.told.push(finding);
  }
}

const LONGEST_READ = 80;

/** A text as a fault shows it; what would not be seen, by its number. */
export function shorten(text: string): string {
  const seen = refuseText(text) === undefined ? text : text.replace(/[\s\p{C}\p{Z}]/gu, sayCharacter);
  return seen.length > LONGEST_READ ? `${seen.slice(0, LONGEST_READ - 1)}…` : seen;
}

const sayCharacter = (character: string): string =>
  character === ' '
    ? character
    : `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

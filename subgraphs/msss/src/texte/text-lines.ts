import { createHash } from 'node:crypto';

/** What no reader sees and no line holds: controls but the tabulation, separators of lines and paragraphs. */
const UNSEEN = /[^\P{Cc}\t]|[\p{Zl}\p{Zp}]/gu;

/** The lines of a text, whatever ends them, in one Unicode form (NFC); what follows the last end of line is a line if it holds something. */
export function toLines(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.replaceAll(UNSEEN, ' '));
}

/** What stands between spaces of any kind, punctuation included. */
export const listWords = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/**
 * SHA-256, in hexadecimal, of the words of each line with one space between two, each line ended by one line feed, in UTF-8.
 * Spaces, ends of lines and Unicode forms change nothing to it; a word, a sign or a line that moved does.
 */
export function digestLines(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${listWords(line).join(' ')}\n`);
  return hash.digest('hex');
}

/** The same words cut in lines of as many words as told; nothing when there are more or fewer. */
export function cutInLines(words: readonly string[], wordsPerLine: readonly number[]): string[] | undefined {
  let next = 0;
  const lines = wordsPerLine.map((count) => words.slice(next, (next += count)).join(' '));
  return next === words.length ? lines : undefined;
}

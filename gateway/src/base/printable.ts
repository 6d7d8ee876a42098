/** What a terminal obeys and a reader does not see: controls, marks of direction, separators of lines. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const CREDENTIALS = /\/\/[^\s/"«»@]*@/g;

/** A line for people: what cannot be seen in it is written as JSON escapes it, and the passwords of addresses are left out. */
export const toPrintable = (line: string): string =>
  line.replace(CREDENTIALS, '//…@').replace(UNSEEN, (letter) => escapeUnits(letter));

const escapeUnits = (letter: string): string =>
  Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

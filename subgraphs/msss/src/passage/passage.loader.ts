import { defineLoader } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findLignesByCodes } from '../texte/texte.queries.ts';
import { parsePassage } from './read-passage.ts';

/** Stands between two lines that do not follow each other. */
const BREAK = '[…]';

/** The lines of a passage as the text imported gives them, with a mark where they do not follow each other: none when there are none. */
export const lignesByPassage = defineLoader<string, readonly string[]>(
  async ({ database }: Reading, codes) => {
    const passages = codes.map((code) => listLines(code));
    const rows = await findLignesByCodes(database, [...new Set(passages.flat(2))]);
    const texts = new Map(rows.map(({ code, texte }) => [code, texte]));
    return passages.map((ranges) =>
      ranges
        .map((lines) => lines.flatMap((line) => texts.get(line) ?? []))
        .filter((lines) => lines.length > 0)
        .flatMap((lines, index) => (index === 0 ? lines : [BREAK, ...lines])),
    );
  },
);

/** Keys of the lines of each range. */
function listLines(code: string): string[][] {
  const passage = parsePassage(code);
  if (passage === undefined) return [];
  return passage.ranges.map((numbers) => numbers.map((number) => `${passage.document}:${number}`));
}

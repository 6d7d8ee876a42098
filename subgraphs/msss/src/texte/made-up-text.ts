import { digestLines, listWords, toLines } from './text-lines.ts';

/** A text of nobody, for tests: the project holds no sentence of the documents. */
export const MADE_UP = Array.from({ length: 30 }, (_, index) =>
  index % 7 === 3 ? '' : `La phrase inventée ${index + 1} ne dit rien, à 9${index} %.`,
).join('\n');

/** Makes the citations of a document count the lines of this text: a statement for its base. */
export function expectText(document: string, text: string): string {
  const lines = toLines(text);
  const counts = lines.map((line) => listWords(line).length);
  const words = counts.reduce((sum, count) => sum + count, 0);
  return `update msss.texte_attendu set nombre_lignes = ${lines.length}, nombre_mots = ${words},
    empreinte = '${digestLines(lines)}', mots_par_ligne = '{${counts.join(',')}}' where document_code = '${document}'`;
}

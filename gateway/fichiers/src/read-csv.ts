import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { FileFault, type FileCell, type FileRow, MOST_ROWS, tooManyRows } from './file-row.ts';
import { readFrenchText } from './french-csv.ts';

const SEPARATORS = [';', ',', '\t'] as const;
const SAID_SEPARATOR = /^sep=(.)\r?\n/i;
/** Longest line, in characters. */
const LONGEST_LINE = 65_536;
/** Longest row, in bytes, above that of any line: a quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 4 * LONGEST_LINE;

/**
 * The rows of a CSV file, one at a time, blank lines left out, from its text as it comes. Raises a `FileFault` for what is no CSV,
 * or has too many rows.
 */
export async function* readCsv(
  text: AsyncGenerator<string>,
  most: number = MOST_ROWS,
): AsyncGenerator<FileRow> {
  const begun = await readFirstLine(text);
  const said = SAID_SEPARATOR.exec(begun);
  const body = said ? begun.slice(said[0].length) : begun;
  const offset = said ? 1 : 0;
  const delimiter = said?.[1] ?? separatorOf(body);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // A quote inside a cell that does not begin with one is a letter like another.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    info: true,
  });
  // What fails on the way is raised by the parser, and whoever stops reading it stops the reading of the file.
  pipeline(Readable.from(follow(body, text, offset)), parser, () => undefined);
  let rang = offset;
  let next = 1 + offset;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      rang += 1;
      if (rang > most + 1) throw tooManyRows(most);
      const ligne = next;
      next = info.lines + 1 + offset;
      if (record.every((value) => value.trim() === '')) continue;
      yield { ligne, rang, cells: record.map(toCell), ...(delimiter === ',' && { width: record.length }) };
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('FICHIER_ILLISIBLE', sayFault(error, offset));
  }
}

/** The beginning of a text, its first line whole; as far as a row may go where it has none. */
async function readFirstLine(text: AsyncGenerator<string>): Promise<string> {
  let begun = '';
  while (!begun.includes('\n') && begun.length <= LONGEST_LINE) {
    const next = await text.next();
    if (next.done === true) break;
    begun += next.value;
  }
  return begun;
}

/** A text from its beginning. Raises FICHIER_TROP_GRAND at a line that is longer than any. */
async function* follow(begun: string, rest: AsyncGenerator<string>, offset: number): AsyncGenerator<string> {
  const refuseLong = createLineGuard(offset);
  refuseLong(begun);
  yield begun;
  for await (const piece of rest) {
    refuseLong(piece);
    yield piece;
  }
}

function createLineGuard(offset: number): (piece: string) => void {
  let ligne = 1 + offset;
  let length = 0;
  return (piece) => {
    const [first = '', ...others] = piece.split(LINE_END);
    length += first.length;
    refuseLongLine(ligne, length);
    for (const line of others) {
      ligne += 1;
      length = line.length;
      refuseLongLine(ligne, length);
    }
  };
}

/** A return that ends a line by itself, and what may follow it in another piece. */
const LINE_END = /\n|\r(?!\n|$)/;

function refuseLongLine(ligne: number, length: number): void {
  if (length <= LONGEST_LINE) return;
  throw new FileFault(
    'FICHIER_TROP_GRAND',
    `La ligne ${ligne} a plus de ${LONGEST_LINE} caractères : ôtez les cellules vides qui la terminent, ou abrégez ce qu’elle dit.`,
  );
}

interface Parsed {
  readonly record: readonly string[];
  /** `lines`: those read so far, the last of this record included. */
  readonly info: { readonly lines: number };
}

function toCell(value: string): FileCell | undefined {
  const text = value.trim();
  return text === '' ? undefined : { value: readFrenchText(text) };
}

/** The one that the header holds most. */
function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const counted = SEPARATORS.map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

function sayFault(error: unknown, offset: number): string {
  const { code, message, lines } = error as CsvFault;
  const ligne = Number(/at line (\d+)/.exec(message)?.[1] ?? lines ?? 1) + offset;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return `Vers la ligne ${ligne}, un guillemet ouvert n’est pas fermé : fermez-le, ou doublez ceux qui sont dans le texte.`;
  return `Vers la ligne ${ligne}, ce n’est plus du CSV : vérifiez les guillemets.`;
}

interface CsvFault {
  readonly code?: string;
  readonly message: string;
  /** Lines read until then. */
  readonly lines?: number;
}

import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { FileFault, type FileCell, type FileRow, MOST_ROWS, tooManyRows } from './file-row.ts';
import { readFrenchText } from './write-french-csv.ts';

const SEPARATORS = [';', ',', '\t'] as const;
const SAID_SEPARATOR = /^sep=(.)\r?\n/i;
/** Longest row, in bytes: a quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 65_536;

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
  pipeline(Readable.from(follow(body, text)), parser, () => undefined);
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
  while (!begun.includes('\n') && begun.length <= LONGEST_ROW) {
    const next = await text.next();
    if (next.done === true) break;
    begun += next.value;
  }
  return begun;
}

async function* follow(begun: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield begun;
  yield* rest;
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

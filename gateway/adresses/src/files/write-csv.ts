import { ExactNumber } from '@palier/calls/json/exact-number';
import { stringify } from 'csv-stringify/sync';
import { readThrough } from '../rows/file-table.ts';
import type { Cell } from '../operation/tables.ts';
import type { Metadata } from './metadata.ts';
import { sayHead, saySources } from './say-metadata.ts';
import type { FileContent, WriteFile } from './written-file.ts';

/** RFC 4180. A text that a spreadsheet would run as a formula begins by an apostrophe; a number is as it is. */
export const writeCsv: WriteFile = async function* (content) {
  const [table] = content.tables;
  if (content.withHead) {
    // What is cited is not known before the rows are read: they are read twice.
    await readThrough(table!);
    yield Buffer.from(`${content.withMark ? MARK : ''}${toCsv(headOf(content.metadata()), content)}`);
  }
  yield* writeLines(
    { ...content, withMark: content.withMark && !content.withHead },
    table!.columns.map(({ name }) => name),
    table!.rows(),
    ({ cells }) => cells,
  );
};

const MARK = '\ufeff';

/** Each begins by « # », for readers that pass over comments; the first says how many they are, for those that skip lines. */
function headOf(metadata: Metadata): readonly (readonly Cell[])[] {
  const lines = [...sayHead(metadata), ...saySources(metadata)];
  const counted = [['Lignes avant l’en-tête', lines.length + 1], ...lines];
  return counted.map(([name, ...cells]) => [`# ${String(name)}`, ...cells].map(toOneLine));
}

const toOneLine = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ') : cell);

type CsvForm = Pick<FileContent, 'delimiter' | 'decimal' | 'withMark'>;

/** Lines of CSV under a header. */
export async function* writeLines<Row>(
  { delimiter, decimal, withMark }: CsvForm,
  header: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  cellsOf: (row: Row) => readonly Cell[],
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${withMark ? MARK : ''}${toCsv([header], { delimiter, decimal })}`);
  for await (const batch of batches) yield Buffer.from(toCsv(batch.map(cellsOf), { delimiter, decimal }));
}

const toCsv = (
  rows: readonly (readonly Cell[])[],
  { delimiter, decimal }: Omit<CsvForm, 'withMark'>,
): string => {
  const write = (value: number | ExactNumber) => ({
    value: String(value).replace('.', decimal),
    // `-1e400` is a number too.
    escape_formulas: false,
  });
  return stringify(rows as Cell[][], {
    delimiter,
    record_delimiter: '\r\n',
    // A return or a line feed alone, too.
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: {
      boolean: String,
      // An empty text is not an absence.
      string: (text) => (text === '' ? { value: text, quoted_empty: true } : text),
      number: write,
      object: (value) => (value instanceof ExactNumber ? write(value) : String(value)),
    },
  });
};

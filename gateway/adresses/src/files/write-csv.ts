import { ExactNumber } from '@palier/calls/json/exact-number';
import { stringify } from 'csv-stringify/sync';
import type { FileContent, WriteFile } from './written-file.ts';
import type { Cell } from '../operation/tables.ts';

/** RFC 4180. A text that a spreadsheet would run as a formula begins by an apostrophe; a number is as it is. */
export const writeCsv: WriteFile = async function* (content) {
  const [table] = content.tables;
  yield* writeLines(
    content,
    table!.columns.map(({ name }) => name),
    table!.rows(),
    ({ cells }) => cells,
  );
};

type CsvForm = Pick<FileContent, 'delimiter' | 'decimal' | 'withMark'>;

/** Lines of CSV under a header. */
export async function* writeLines<Row>(
  { delimiter, decimal, withMark }: CsvForm,
  header: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  cellsOf: (row: Row) => readonly Cell[],
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${withMark ? '\ufeff' : ''}${toCsv([header], { delimiter, decimal })}`);
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

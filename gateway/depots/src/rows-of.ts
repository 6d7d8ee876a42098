import type { FileFormat, FileRow } from './file-row.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** The rows of a file, one at a time. Raises a `FileFault` for what cannot be read. */
export const rowsOf = (bytes: Uint8Array, format: FileFormat): AsyncGenerator<FileRow> =>
  format === 'CSV' ? readCsv(bytes) : readWorkbook(bytes);

import type { FileFormat, FileRow } from './file-row.ts';
import { readText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { readWhole, type SpooledFile } from './spool.ts';

/**
 * The rows of a file, one at a time. What tells a formula from its value, and a percentage from a number, is read of a workbook
 * as a whole alone. Raises a `FileFault` for what cannot be read.
 */
export const rowsOf = (file: SpooledFile, format: FileFormat): AsyncGenerator<FileRow> =>
  format === 'CSV' ? readCsv(readText(file)) : readWorkbook(readWhole(file));

import type { FileFormat, FileRow } from '@palier/fichiers/file-row';
import { readText } from '@palier/fichiers/decode-text';
import { readCsv } from '@palier/fichiers/read-csv';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { readWhole, type SpooledFile } from '@palier/fichiers/spool';

/**
 * The rows of a file, one at a time. What tells a formula from its value, and a percentage from a number, is read of a workbook
 * as a whole alone. Raises a `FileFault` for what cannot be read.
 */
export const rowsOf = (file: SpooledFile, format: FileFormat): AsyncGenerator<FileRow> =>
  format === 'CSV' ? readCsv(readText(file)) : readWorkbook(readWhole(file));

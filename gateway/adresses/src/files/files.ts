import type { FileFormat } from '../address/formats.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonFile } from './write-json-file.ts';
import { writeMetadataFile } from './write-metadata-file.ts';
import { writeParquetFile } from './write-parquet-file.ts';
import { writeSdmxCsv } from './write-sdmx-csv.ts';
import { writeXlsxFile } from './write-xlsx-file.ts';
import type { WriteFile } from './written-file.ts';

/** Raised when a writer says the same otherwise: whoever has a file of before is then sent it again. */
export const WRITERS_VERSION = 1;

interface FormatDefinition {
  readonly type: string;
  readonly write: WriteFile;
  /** Whether each number has its statuses beside it, whether or not they are asked. */
  readonly hasStatuses?: true;
  readonly disposition: 'attachment' | 'inline';
  /** Whether what is said of its tables is in it. */
  readonly holdsMetadata: boolean;
}

export const FILES: Readonly<Record<FileFormat, FormatDefinition>> = {
  json: {
    type: 'application/json; charset=utf-8',
    write: writeJsonFile,
    holdsMetadata: true,
    disposition: 'inline',
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    write: writeCsv,
    holdsMetadata: false,
    disposition: 'attachment',
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsxFile,
    holdsMetadata: true,
    disposition: 'attachment',
  },
  parquet: {
    type: 'application/vnd.apache.parquet',
    write: writeParquetFile,
    holdsMetadata: true,
    disposition: 'attachment',
  },
  'sdmx.csv': {
    type: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    write: writeSdmxCsv,
    hasStatuses: true,
    holdsMetadata: false,
    disposition: 'attachment',
  },
  'metadata.json': {
    type: 'application/json; charset=utf-8',
    write: writeMetadataFile,
    holdsMetadata: true,
    disposition: 'inline',
  },
};

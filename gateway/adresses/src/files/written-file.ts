import type { FileTable } from '../rows/file-table.ts';
import type { Metadata } from './metadata.ts';

/** What a format is made of. */
export interface FileContent {
  readonly operation: string;
  readonly tables: readonly FileTable[];
  /** What is said of all of it, once its rows were read. */
  readonly metadata: () => Metadata;
  /** Whether it is read by pages, and may be too long to be held whole. */
  readonly isLong: boolean;
  readonly delimiter: ',' | ';';
  readonly decimal: '.' | ',';
  readonly withMark: boolean;
  /** Whether lines before the header say what is said of it. */
  readonly withHead: boolean;
}

/** Writes a file, some bytes at a time. */
export type WriteFile = (content: FileContent) => AsyncGenerator<Uint8Array>;

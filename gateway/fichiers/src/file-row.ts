/** One cell, as its file gives it; undefined when it is empty. */
export interface FileCell {
  readonly value: string | number | boolean | Date;
  /** Its formula, without « = »; the value is the one it last gave. */
  readonly formula?: string;
  /** Whether a spreadsheet shows it as a percentage: 0.95 is then seen as « 95 % ». */
  readonly isPercent?: boolean;
}

/** A value as its author saw it, more or less. */
export function sayValue({ value }: FileCell): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return String(value);
}

/** A cell whose formula has given no value yet. */
export interface UncomputedCell {
  readonly value: undefined;
  readonly formula: string;
}

export interface FileRow {
  /** Line of a CSV file, row of a workbook; from 1. */
  readonly ligne: number;
  /** Row that a spreadsheet gives it, from 1: lines of a CSV file may be cut inside a cell. */
  readonly rang: number;
  readonly cells: readonly (FileCell | UncomputedCell | undefined)[];
  /** Cells of the row, empty ones at its end too, where commas part them: a decimal one makes one more. */
  readonly width?: number;
  /** Merged cells of a workbook that begin in it: only the first of each holds something. */
  readonly fusions?: readonly Fusion[];
}

/** Cells that are merged: the columns that they cover, from 0, and all of them as a spreadsheet names them. */
export interface Fusion {
  readonly de: number;
  readonly a: number;
  readonly etendue: string;
}

export type FileFormat = 'CSV' | 'XLSX';

/** Rows that a file may have: twice all the measures of Québec for a year. */
export const MOST_ROWS = 60_000;
/** Size of a file, in bytes. */
export const MOST_BYTES = 16 * 1_048_576;

/** A file that cannot be read at all. The message is French, for its author. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly code: 'FICHIER_ILLISIBLE' | 'FICHIER_TROP_GRAND';

  constructor(code: FileFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export const tooManyRows = (most: number = MOST_ROWS): FileFault =>
  new FileFault('FICHIER_TROP_GRAND', `La limite est de ${most} lignes : déposez en plusieurs fichiers.`);

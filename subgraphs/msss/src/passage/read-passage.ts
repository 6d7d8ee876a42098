import { CODE_PASSAGE } from '@palier/runtime/provenance';
import { readRanges } from '../fait/read-ranges.ts';

/** Lines that a passage gives at most: the longest citation of the documents has 77. */
export const MOST_LINES = 200;

/** What a citation names: lines of a document. */
export interface CitedLines {
  readonly document: string;
  /** « L12-15, L20 ». */
  readonly lignes: string;
  /** Numbers of the lines that are given, each range apart. */
  readonly ranges: readonly (readonly number[])[];
  /** How many more are cited. */
  readonly lignesOmises: number;
}

/** Reads « 004:L778-788, L790 »; nothing for what is not the code of a passage. */
export function parsePassage(code: string): CitedLines | undefined {
  const [, document, lignes] = CODE_PASSAGE.exec(code) ?? [];
  if (document === undefined || lignes === undefined) return undefined;
  const ranges: number[][] = [];
  let room = MOST_LINES;
  let lignesOmises = 0;
  for (const [first, last] of readRanges(lignes)) {
    const length = Math.max(0, last - first + 1);
    const given = Math.min(length, room);
    if (given > 0) ranges.push(Array.from({ length: given }, (_, index) => first + index));
    room -= given;
    lignesOmises += length - given;
  }
  return { document, lignes, ranges, lignesOmises };
}

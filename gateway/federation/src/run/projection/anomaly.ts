import { valueText } from '../../json/json-text.ts';
import type { Work } from '../../work/work.ts';

/** What happened while an answer was being shaped. */
export interface ProjectionRun {
  /** Values answered null because what was received did not fit, or did not hold them: the client is to be told. */
  anomalies: number;
  /** Size of what is made, as text. */
  bytes: number;
  /** Where it is counted, and refused when it is too much. */
  readonly work: Work | undefined;
  readonly mostBytes: number;
}

export const newRun = (work: Work | undefined): ProjectionRun => ({
  anomalies: 0,
  bytes: 0,
  work,
  mostBytes: work?.mostBytes ?? Infinity,
});

/** The size of a leaf as text, about. */
export function sizeOfLeaf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' ? valueText(value).length : USUAL_LEAF;
}

const USUAL_LEAF = 4;

import type { HttpAnswer } from '../execution/undici-transport.ts';
import type { AnswerFacts } from '../subgraph-caller.ts';
import { VERSION_HEADER } from './follow-version.ts';

/** Asks a subgraph what its answer takes, and brings back what it says: `sql=3, lignes=40`. */
export const MEASURE_HEADER = 'palier-mesure';

const MEASURE = /^sql=(\d{1,9}), lignes=(\d{1,9})$/;
/** Longer than any version is. */
const LONGEST = 200;

/** What comes beside a subgraph's answer. */
export function readFacts({ headers, bytes }: Pick<HttpAnswer, 'headers' | 'bytes'>): AnswerFacts {
  const version = readOne(headers[VERSION_HEADER]);
  const cacheControl = readOne(headers['cache-control']);
  const measure = readOne(headers[MEASURE_HEADER]);
  const [, statements, rows] = (measure && MEASURE.exec(measure)) || [];
  if (statements === undefined) return { bytes, version, cacheControl };
  return { bytes, version, cacheControl, statements: Number(statements), rows: Number(rows) };
}

const readOne = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;

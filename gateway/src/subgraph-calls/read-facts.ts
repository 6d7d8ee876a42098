import type { HttpAnswer } from '../execution/undici-transport.ts';
import type { AnswerFacts } from '../subgraph-caller.ts';

/** Asks a subgraph what its answer takes, and brings back what it says: `sql=3, lignes=40`. */
export const MEASURE_HEADER = 'palier-mesure';

const MEASURE = /^sql=(\d{1,9}), lignes=(\d{1,9})$/;

/** What comes beside a subgraph's answer. */
export function readFacts({ headers, bytes }: Pick<HttpAnswer, 'headers' | 'bytes'>): AnswerFacts {
  const [, statements, rows] = MEASURE.exec(String(headers[MEASURE_HEADER] ?? '')) ?? [];
  if (statements === undefined) return { bytes };
  return { bytes, statements: Number(statements), rows: Number(rows) };
}

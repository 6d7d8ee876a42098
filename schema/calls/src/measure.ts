/** What answering took so far. */
export interface Measure {
  /** SQL statements that were answered. */
  statements: number;
  /** Rows these gave. */
  rows: number;
}

const MEASURE = /^sql=(\d{1,9}), lignes=(\d{1,9})$/;

export const sayMeasure = ({ statements, rows }: Measure): string => `sql=${statements}, lignes=${rows}`;

export function parseMeasure(text: string): Measure | undefined {
  const [, statements, rows] = MEASURE.exec(text) ?? [];
  return statements === undefined ? undefined : { statements: Number(statements), rows: Number(rows) };
}

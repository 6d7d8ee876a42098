import { writeCsv } from 'hucre/csv';

/** What a spreadsheet would take for a formula at the head of a text. */
const FORMULA = /^[=+\-@\t\r]/;
/** The quotation mark that keeps it from being one. */
const MARK = "'";

/** With its mark, semicolons and decimal commas, as a spreadsheet in French opens it; a text that begins as a formula is kept one. */
export const writeFrenchCsv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  writeCsv(
    rows.map((row) => row.map(sayCell)),
    { delimiter: ';', bom: true },
  );

function sayCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return sayNumber(value).replace('.', ',');
  return FORMULA.test(value) ? `${MARK}${value}` : value;
}

/** A text as it was before it was written so. */
export const readFrenchText = (text: string): string =>
  text.startsWith(MARK) && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** Digits that a double may need on either side of its point. */
const MOST_DECIMALS = 100;

/** Without an exponent, which no reader of measures takes. */
function sayNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [digits = '', exponent = '0'] = text.split('e');
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent);
  return decimals > 0 ? value.toFixed(Math.min(MOST_DECIMALS, decimals)) : BigInt(value).toString();
}

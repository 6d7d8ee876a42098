import { textOf } from './table-rows.ts';

/** A figure, words, or nothing where a figure was to be. */
export type CellValue = number | string | undefined;

/** What a cell is ordered by: the figure or the day that it says, else its words. */
export function readCell(cell: HTMLTableCellElement | undefined): CellValue {
  const time = cell?.querySelector('time');
  if (time) return Date.parse(time.dateTime);
  const text = textOf(cell);
  return cell?.classList.contains('figure') ? readFigure(text) : text;
}

/** « 1 234,5 % » is 1234.5; « non transmis » is no figure. */
function readFigure(text: string): number | undefined {
  const [digits] = /^[-−]?\d[\d\s]*(?:,\d+)?/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.'));
}

import { readCell, type CellValue } from './read-cell.ts';
import { rowsOf } from './table-rows.ts';

/** Fewer are seen at one glance. */
const FEWEST = 3;

type Order = 'none' | 'ascending' | 'descending';

const NEXT: Readonly<Record<Order, Order>> = {
  none: 'ascending',
  ascending: 'descending',
  descending: 'none',
};

/**
 * Each heading of a column becomes a button: increasing, decreasing, then as the page was written. Not that of a column that says the
 * same of every row, or nothing in words: it orders nothing.
 */
export function offerSort(table: HTMLTableElement): void {
  const rows = rowsOf(table);
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (rows.length < FEWEST || 'unsorted' in table.dataset) return;
  for (const [column, heading] of headings.entries()) {
    const values = new Set(rows.map((row) => readCell(row.cells[column])));
    if (heading.textContent.trim() === '' || values.size < 2) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...heading.childNodes);
    heading.append(button);
    if (table.classList.contains('stacked')) disableInSheets(button);
    button.addEventListener('click', () => {
      const order = NEXT[orderOf(heading)];
      for (const other of headings) other.removeAttribute('aria-sort');
      if (order !== 'none') heading.ariaSort = order;
      table.tBodies[0]?.append(...sortRows(rows, column, order));
    });
  }
}

/** Where each row is a sheet (document.css), the headings are not seen: nothing goes to them. */
const SHEETS = matchMedia('(max-width: 40rem)');

function disableInSheets(button: HTMLButtonElement): void {
  const follow = (): void => void (button.disabled = SHEETS.matches);
  SHEETS.addEventListener('change', follow);
  follow();
}

const orderOf = ({ ariaSort }: HTMLElement): Order =>
  ariaSort === 'ascending' || ariaSort === 'descending' ? ariaSort : 'none';

function sortRows(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: Order,
): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows;
  const read = rows.map((row) => ({ row, value: readCell(row.cells[column]) }));
  return read.sort((one, other) => compareCells(one.value, other.value, order)).map(({ row }) => row);
}

const LETTERS = new Intl.Collator('fr', { numeric: true });

/** A cell that says no figure is neither small nor large: it comes last, whatever the order. */
function compareCells(one: CellValue, other: CellValue, order: Exclude<Order, 'none'>): number {
  const way = order === 'ascending' ? 1 : -1;
  if (typeof one === 'number' && typeof other === 'number') return way * (one - other);
  if (typeof one === 'string' && typeof other === 'string') return way * LETTERS.compare(one, other);
  const rank = (value: CellValue): number => ['number', 'string', 'undefined'].indexOf(typeof value);
  return rank(one) - rank(other);
}

import type { Cell } from '@palier/adresses/tables';
import { reserveColumnOf } from '@palier/adresses/with-sources';
import { nameEmpty, sayCell, sayEmpty } from './say-cell.ts';
import { type ShownTable, statusAt } from './to-tables.ts';

/** Bars that are drawn: the table under them has every row. */
export const MOST_BARS = 100;

export interface Bar {
  readonly label: string;
  /** Nothing when it is absent, without a value, or withheld. */
  readonly value: number | null;
  readonly said: string;
  /** The same, at length. */
  readonly title: string;
}

/**
 * A bar a row: the number of one column, by the name in another; by the row itself where that is empty. Nothing where the
 * table has no such column: what is not there is not what is absent.
 */
export function toBars(table: ShownTable, number: string, name: string): readonly Bar[] | undefined {
  const { columns, rows } = table;
  const at = (wanted: string): number => columns.findIndex((column) => column.name === wanted);
  const [value, label] = [at(number), at(name)];
  if (value === -1 || (name !== '' && label === -1)) return undefined;
  const reserve = at(reserveColumnOf(number) ?? '');
  return rows.slice(0, MOST_BARS).map((cells, index) => {
    const isWithheld = cells[reserve] === true;
    const cell = isWithheld ? null : (cells[value] ?? null);
    return {
      label: label === -1 ? `ligne ${index + 1}` : sayLabel(cells[label]),
      value: cell === null ? null : Number(cell),
      ...(isWithheld ? WITHHELD : sayBar(cell, statusAt(table, index, value))),
    };
  });
}

const WITHHELD = { said: 'réservé', title: 'réservé' };

function sayBar(cell: Cell, status: ReturnType<typeof statusAt>): Pick<Bar, 'said' | 'title'> {
  if (cell === null) return { said: nameEmpty(status), title: sayEmpty(status) };
  const said = sayCell(cell);
  return { said, title: said };
}

const sayLabel = (cell: Cell | undefined): string => (cell == null ? nameEmpty(null) : sayCell(cell));

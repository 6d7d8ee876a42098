import type { ComponentChildren, VNode } from 'preact';
import { Wide } from '@palier/gateway/document/wide';
import { MadeUp } from './made-up.tsx';

interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** A number, whose digits are aligned. */
  readonly isFigure?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What its figures are counted from, where its rows do not hold it. */
  readonly from?: unknown;
  /** Whether its rows are words rather than figures: where there is no room for its columns, each row is a sheet. */
  readonly isStacked?: boolean;
  /** How many rows there are in all, where these are one page of them. */
  readonly total?: number;
  /** Whether each row is a property of its own, and no row is before another. */
  readonly isProperties?: boolean;
}

/** A table that is moved by itself where it is wider than the page. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  from,
  isStacked = false,
  total = rows.length,
  isProperties = false,
}: TableProps<Row>): VNode {
  const [first, ...others] = columns;
  // What is no longer laid out as a table is still told as one.
  const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell', name?: string) =>
    isStacked && { role, 'data-name': name };
  return (
    <Wide label={caption} caption={caption}>
      <table
        class={isStacked ? 'stacked' : undefined}
        aria-label={caption}
        data-total={total > rows.length ? total : undefined}
        data-unsorted={isProperties ? '' : undefined}
        {...as('table')}
      >
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {columns.map(({ name, isFigure }) => (
              <th key={name} scope="col" class={isFigure ? 'figure' : undefined} {...as('columnheader')}>
                {name}
              </th>
            ))}
          </tr>
          <MadeUp of={[rows, from]} columns={columns.length} />
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...as('row')}>
              <th scope="row" {...as('rowheader', first.name)}>
                {first.cell(row)}
              </th>
              {others.map(({ name, cell, isFigure }) => (
                <td key={name} class={isFigure ? 'figure' : undefined} {...as('cell', name)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

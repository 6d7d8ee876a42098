/** The rows that one may order or leave out; none of a table whose cells are not one a column. */
export function rowsOf(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  const columns = table.tHead?.rows[0]?.cells.length;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const isGrid = (row: HTMLTableRowElement): boolean =>
    row.cells.length === columns && [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1);
  return table.tBodies.length === 1 && rows.every(isGrid) ? rows : [];
}

/** Its words, with the spaces that hold some together. */
export const textOf = (cell: Element | undefined): string =>
  (cell?.textContent ?? '').replaceAll(/[ \t\n]+/g, ' ').trim();

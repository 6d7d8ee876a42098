import { readFileSync, writeFileSync } from 'node:fs';

/** A table as the formatter of this repository has it, its header first. Columns of figures are aligned to the right. */
export function renderTable(rows: readonly (readonly string[])[], figuresFrom = Infinity): string {
  const [header = []] = rows;
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column < figuresFrom ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  const rule = widths.map((width, column) =>
    column < figuresFrom ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [first = [], ...others] = rows.map((row) => row.map(pad));
  return [first, rule, ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Puts a text between the marks `<!-- name: begin -->` and `<!-- name: end -->` of a page. */
export function writeBetweenMarks(page: string, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [before, rest] = readFileSync(page, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has lost the marks « ${name} ».`);
  writeFileSync(page, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

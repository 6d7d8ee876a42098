import type { FileTable } from '../rows/file-table.ts';
import { ACTION } from '../rows/file-table.ts';
import { refuseTwice } from '../rows/with-statuses.ts';
import type { Column } from '../operation/tables.ts';
import { writeLines } from './write-csv.ts';
import type { WriteFile } from './written-file.ts';

/** SDMX-CSV 2.0, of a table with statuses. */
export const writeSdmxCsv: WriteFile = async function* (content) {
  const [table] = content.tables;
  const columns = columnsOf(table!);
  const structure = `PALIER:${toId(content.operation).toUpperCase()}(1.0)`;
  yield* writeLines(content, headerOf(columns.map(({ column }) => column)), table!.rows(), (row) => [
    'dataflow',
    structure,
    row.action === 'RETIREE' ? 'D' : 'A',
    ...columns.map(({ index }) => row.cells[index] ?? null),
  ]);
};

/** What ACTION says is not said twice. */
const columnsOf = ({ columns }: FileTable): readonly { readonly column: Column; readonly index: number }[] =>
  columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== ACTION);

function headerOf(columns: readonly Column[]): readonly string[] {
  const names = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...columns.map(({ name }) => toId(name))];
  refuseTwice(names);
  return names;
}

/** An identifier of SDMX has no dots. */
const toId = (name: string): string => name.replace(/[^A-Za-z0-9_@$-]/g, '_');

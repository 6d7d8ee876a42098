import { Refusal } from '@palier/gateway/errors/errors';
import type { FileRow, FileTable } from '../rows/file-table.ts';
import { ACTION } from '../rows/file-table.ts';
import type { Cell, Column } from '../operation/tables.ts';
import { writeLines } from './write-csv.ts';
import type { WriteFile } from './written-file.ts';

/** Of a figure's status, or of the nature of a population, what SDMX says: observation (CL_OBS_STATUS), confidentiality (CL_CONF_STATUS). */
const STATUSES: Readonly<Record<string, readonly [observation: string, confidentiality: string]>> = {
  PROVISOIRE: ['P', 'F'],
  REVISEE: ['A', 'F'],
  FINALE: ['A', 'F'],
  // Missing, suppressed; confidential.
  SUPPRIMEE: ['Q', 'C'],
  // Missing.
  NON_DISPONIBLE: ['O', 'F'],
  // Missing, data cannot exist: there was no case.
  AUCUN_CAS: ['M', 'F'],
  ESTIMATION: ['E', 'F'],
  PROJECTION: ['F', 'F'],
};
const SAID: readonly [string, string] = ['A', 'F'];
const MISSING: readonly [string, string] = ['O', 'F'];
/** What only a missing value has. */
const OF_MISSING: ReadonlySet<string> = new Set(['Q', 'O', 'M']);

/** SDMX-CSV 2.0: after each number, its observation status and its confidentiality. */
export const writeSdmxCsv: WriteFile = async function* (content) {
  const [table] = content.tables;
  const columns = columnsOf(table!);
  const structure = `PALIER:${toId(content.operation).toUpperCase()}(1.0)`;
  yield* writeLines(content, headerOf(columns.map(({ column }) => column)), table!.rows(), (row) => [
    'dataflow',
    structure,
    row.action === 'RETIREE' ? 'D' : 'A',
    ...columns.flatMap(({ column, index }) => cellsOf(row, column, index)),
  ]);
};

/** What ACTION says is not said twice. */
const columnsOf = ({ columns }: FileTable): readonly { readonly column: Column; readonly index: number }[] =>
  columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== ACTION);

const isMeasure = ({ status }: Column): boolean => status !== undefined;

function headerOf(columns: readonly Column[]): readonly string[] {
  const own = columns.flatMap((column) => {
    const name = toId(column.name);
    return isMeasure(column) ? [name, `${name}_OBS_STATUS`, `${name}_CONF_STATUS`] : [name];
  });
  const names = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...own];
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined)
    throw new Refusal('FORMAT_DE_FICHIER_NON_OFFERT', {
      detail: `Deux colonnes y auraient le nom ${twice}.`,
    });
  return names;
}

/** An identifier of SDMX has no dots. */
const toId = (name: string): string => name.replace(/[^A-Za-z0-9_@$-]/g, '_');

function cellsOf({ cells, statuses }: FileRow, column: Column, index: number): readonly Cell[] {
  const cell = cells[index] ?? null;
  return isMeasure(column) ? [cell, ...sdmxStatusOf(cell, statuses[column.status!])] : [cell];
}

/** A value is never said missing, nor a missing one said normal. */
export function sdmxStatusOf(cell: Cell, status: string | undefined): readonly [string, string] {
  const said = status === undefined ? undefined : STATUSES[status];
  if (cell === null) return said && OF_MISSING.has(said[0]) ? said : MISSING;
  return said && !OF_MISSING.has(said[0]) ? said : SAID;
}

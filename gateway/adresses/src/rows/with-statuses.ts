import { Refusal } from '@palier/gateway/errors/errors';
import type { Cell, Column } from '../operation/tables.ts';
import { type FileRow, type FileTable, ownColumn } from './file-table.ts';

/** Of a figure's status, or of the nature of a population, what SDMX says: observation (CL_OBS_STATUS), confidentiality (CL_CONF_STATUS). */
const STATUSES: Readonly<Record<string, readonly [observation: string, confidentiality: string]>> = {
  PROVISOIRE: ['P', 'F'],
  REVISEE: ['A', 'F'],
  FINALE: ['A', 'F'],
  // Missing, suppressed; confidential.
  SUPPRIMEE: ['Q', 'C'],
  // Missing, data exist but were not collected.
  NON_DISPONIBLE: ['L', 'F'],
  // Missing, data cannot exist: there was no case.
  AUCUN_CAS: ['M', 'F'],
  ESTIMATION: ['E', 'F'],
  PROJECTION: ['F', 'F'],
  // A count of verdicts some of which are withheld: included in another category, confidential; and the one that includes them, free as it is.
  RESERVES_EXCLUS: ['K', 'C'],
  RESERVES_COMPRIS: ['W', 'F'],
};
const SAID: readonly [string, string] = ['A', 'F'];
const MISSING: readonly [string, string] = ['O', 'F'];
/** What only a missing value has. */
const OF_MISSING: ReadonlySet<string> = new Set(['Q', 'O', 'M', 'L']);

/** The same table where each number has two columns more, what it is worth: see `sdmxStatusOf`. @throws {Refusal} FORMAT_DE_FICHIER_NON_OFFERT of two columns of one name */
export function withStatuses(table: FileTable): FileTable {
  const columns = table.columns.flatMap((column) =>
    isNumber(column)
      ? [column, ...SUFFIXES.map(([suffix, said]) => ownColumn(`${column.name}${suffix}`, said))]
      : [column],
  );
  refuseTwice(columns.map(({ name }) => name));
  const toRow = (row: FileRow): FileRow => ({
    ...row,
    cells: table.columns.flatMap((column, index) => cellsOf(row, column, index)),
  });
  return {
    ...table,
    columns,
    async *rows() {
      for await (const batch of table.rows()) yield batch.map(toRow);
    },
  };
}

const SUFFIXES = [
  [
    '_OBS_STATUS',
    'Ce que vaut le nombre d’avant, dans les codes de SDMX (CL_OBS_STATUS) : A, P, E, F ; K, des verdicts réservés sont comptés dans une autre catégorie ; W, ils le sont dans celle-ci ; sans valeur, O, L, M ou Q.',
  ],
  [
    '_CONF_STATUS',
    'S’il est confidentiel, dans les codes de SDMX (CL_CONF_STATUS) : F, libre ; C, supprimé, ou réservé en partie, pour protéger les personnes.',
  ],
] as const;

const isNumber = ({ status }: Column): boolean => status !== undefined;

/** @throws {Refusal} FORMAT_DE_FICHIER_NON_OFFERT */
export function refuseTwice(names: readonly string[]): void {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined)
    throw new Refusal('FORMAT_DE_FICHIER_NON_OFFERT', {
      detail: `Deux colonnes y auraient le nom ${twice}.`,
    });
}

function cellsOf({ cells, statuses }: FileRow, column: Column, index: number): readonly Cell[] {
  const cell = cells[index] ?? null;
  return isNumber(column) ? [cell, ...sdmxStatusOf(cell, statuses[column.status!])] : [cell];
}

/** A value is never said missing, nor a missing one said normal. */
export function sdmxStatusOf(cell: Cell, status: string | null | undefined): readonly [string, string] {
  const said = status == null ? undefined : STATUSES[status];
  if (cell === null) return said && OF_MISSING.has(said[0]) ? said : MISSING;
  return said && !OF_MISSING.has(said[0]) ? said : SAID;
}

import { type Cell, type CellValue, type MergeRange, rangeRef, readXlsx, type Sheet } from 'hucre/xlsx';
import {
  FileFault,
  type FileCell,
  type FileRow,
  type Fusion,
  MOST_ROWS,
  type UncomputedCell,
} from '@palier/fichiers/file-row';
import { openWithin, SHEET, sheetOf } from './open-workbook.ts';
import { refuseSwollen } from '@palier/fichiers/swollen-archive';
import { unreadableWorkbook } from '@palier/fichiers/unreadable-workbook';

/** The rows of a workbook, blank ones left out. Raises a `FileFault` for what is no workbook. */
export async function* readWorkbook(bytes: Uint8Array): AsyncGenerator<FileRow> {
  const { rows, cells, merges = [] } = await openSheet(bytes);
  const fusions = groupByRow(merges);
  for (const [index, values] of rows.entries()) {
    const read = values.map((value, column) => toCell(value, cells?.get(`${index},${column}`)));
    if (read.every((cell) => cell === undefined)) continue;
    yield { ligne: index + 1, rang: index + 1, cells: read, fusions: fusions.get(index) ?? [] };
  }
}

async function openSheet(bytes: Uint8Array): Promise<Sheet> {
  refuseSwollen(bytes);
  try {
    // Styles tell a percentage from a number, and cells a formula from its value.
    const workbook = await openWithin(bytes, readXlsx, {
      readStyles: true,
      maxRows: MOST_ROWS + 2,
      sheets: chooseSheet(),
    });
    const sheet = sheetOf(workbook);
    if (sheet === undefined) throw new FileFault('FICHIER_ILLISIBLE', 'Ce classeur n’a pas de feuille.');
    return sheet;
  } catch (error) {
    throw unreadableWorkbook(error);
  }
}

/** The first sheet, and the one of our name: no other is read. */
const chooseSheet =
  () =>
  ({ name }: { readonly name: string }, index: number): boolean =>
    index === 0 || name === SHEET;

/** Merged cells, by the row of the only one that a spreadsheet keeps of them. */
function groupByRow(merges: readonly MergeRange[]): ReadonlyMap<number, readonly Fusion[]> {
  const groups = new Map<number, Fusion[]>();
  for (const { startRow, startCol, endRow, endCol } of merges)
    groups.set(startRow, [
      ...(groups.get(startRow) ?? []),
      { de: startCol, a: endCol, etendue: rangeRef(startRow, startCol, endRow, endCol) },
    ]);
  return groups;
}

function toCell(
  value: CellValue | undefined,
  cell: Partial<Cell> | undefined,
): FileCell | UncomputedCell | undefined {
  const formula = cell?.formula;
  const text = typeof value === 'string' ? value.trim() : value;
  // A formula that gives an empty text was computed.
  if (text === '') return undefined;
  if (text === null || text === undefined)
    return formula === undefined ? undefined : { value: undefined, formula };
  return {
    value: text,
    ...(formula !== undefined && { formula }),
    ...(cell?.style?.numFmt?.includes('%') && { isPercent: true }),
  };
}

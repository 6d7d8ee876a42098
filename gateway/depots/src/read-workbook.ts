import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import {
  FileFault,
  type FileCell,
  type FileRow,
  MOST_ROWS,
  tooManyRows,
  type UncomputedCell,
} from './file-row.ts';
import { refuseSwollen } from './swollen-archive.ts';

/** The sheet that is read; the first one in a workbook that has none of this name. */
export const SHEET = 'Mesures';
/** Columns that a sheet may have: far more than the file has. */
const MOST_COLUMNS = 256;

/** The rows of a workbook, blank ones left out. Raises a `FileFault` for what is no workbook. */
export async function* readWorkbook(bytes: Uint8Array): AsyncGenerator<FileRow> {
  const { rows, cells } = await openSheet(bytes);
  for (const [index, values] of rows.entries()) {
    const read = values
      .slice(0, MOST_COLUMNS)
      .map((value, column) => toCell(value, cells?.get(`${index},${column}`)));
    if (read.every((cell) => cell === undefined)) continue;
    yield { ligne: index + 1, rang: index + 1, cells: read };
  }
}

async function openSheet(bytes: Uint8Array): Promise<Sheet> {
  refuseSwollen(bytes);
  try {
    // Styles tell a percentage from a number, and cells a formula from its value.
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      maxRows: MOST_ROWS + 2,
      sheets: chooseSheet(),
    });
    const sheet = sheets.find(({ name }) => name === SHEET) ?? sheets[0];
    if (sheet === undefined) throw new FileFault('FICHIER_ILLISIBLE', 'Ce classeur n’a pas de feuille.');
    if (sheet.rows.length > MOST_ROWS + 1) throw tooManyRows();
    return sheet;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('FICHIER_ILLISIBLE', sayFault(error));
  }
}

/** The first sheet, and the one of our name: no other is read. */
const chooseSheet =
  () =>
  ({ name }: { readonly name: string }, index: number): boolean =>
    index === 0 || name === SHEET;

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

function sayFault(error: unknown): string {
  const { name } = error as { readonly name?: unknown };
  if (name === 'EncryptedFileError')
    return 'Ce classeur est protégé par un mot de passe, ou n’est pas un .xlsx : enregistrez-le en .xlsx, sans mot de passe.';
  return 'Ce n’est pas un classeur .xlsx lisible : ouvrez-le dans votre tableur et enregistrez-le de nouveau.';
}

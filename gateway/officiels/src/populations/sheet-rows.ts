import { FileFault } from '@palier/fichiers/file-row';
import { refuseSwollen } from '@palier/fichiers/swollen-archive';
import { unreadableWorkbook } from '@palier/fichiers/unreadable-workbook';
import { streamXlsxRows } from 'hucre/xlsx';

/** One row of a sheet, from 1. */
export interface SheetRow {
  readonly ligne: number;
  readonly values: readonly unknown[];
}

/** All the years, territories and sexes of the ministry, several times over. */
const MOST_ROWS = 200_000;

/**
 * The rows of the first sheet that has one of these names, one at a time: a whole workbook never stands in memory. Raises a
 * `FileFault` for what is no workbook, or has none of them.
 */
export async function* readSheetRows(
  bytes: Uint8Array,
  names: readonly string[],
): AsyncGenerator<SheetRow, void> {
  refuseSwollen(bytes);
  for (const sheet of names) {
    let isThere = false;
    for await (const row of rowsOf(bytes, sheet)) {
      isThere = true;
      yield row;
    }
    if (isThere) return;
  }
  throw new FileFault(
    'FICHIER_ILLISIBLE',
    `Ce classeur n’a pas de feuille « ${names[0]} » : prenez le fichier tel qu’il est publié.`,
  );
}

async function* rowsOf(bytes: Uint8Array, sheet: string): AsyncGenerator<SheetRow, void> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= MOST_ROWS)
        throw new FileFault('FICHIER_TROP_GRAND', `La limite est de ${MOST_ROWS} lignes.`);
      yield { ligne: index + 1, values };
    }
  } catch (error) {
    throw unreadableWorkbook(error);
  }
}

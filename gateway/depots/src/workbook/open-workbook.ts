import { cellRef, type ReadOptions, type Sheet, streamXlsxRows } from 'hucre/xlsx';
import { FileFault, MOST_ROWS } from '@palier/fichiers/file-row';

/** The sheet that is read; the first one in a workbook that has none of this name. */
export const SHEET = 'Mesures';
/** Columns that a sheet may have: far more than the file has. */
const MOST_COLUMNS = 256;
/** Its header too. */
const LAST_ROW = MOST_ROWS + 1;
const WITHIN = `A1:${cellRef(LAST_ROW - 1, MOST_COLUMNS - 1)}`;

interface Workbook {
  readonly sheets: readonly Sheet[];
}

export const sheetOf = ({ sheets }: Workbook): Sheet | undefined =>
  sheets.find(({ name }) => name === SHEET) ?? sheets[0];

/**
 * A workbook, as `read` opens it. Where cells that are empty, and were given a style, make its sheet larger than any that is read,
 * it is opened again as far as one may go, if nothing stands beyond. Raises a `FileFault` if something does.
 */
export async function openWithin<Opened extends Workbook>(
  bytes: Uint8Array,
  read: (bytes: Uint8Array, options: ReadOptions) => Promise<Opened>,
  options: ReadOptions,
): Promise<Opened> {
  // What is no workbook raises the same once more.
  const whole = await read(bytes, options).catch(() => undefined);
  if (whole !== undefined && (sheetOf(whole)?.rows.length ?? 0) <= LAST_ROW) return whole;
  const within = await read(bytes, { ...options, range: WITHIN });
  const sheet = sheetOf(within);
  if (sheet !== undefined) await refuseBeyond(bytes, sheet.name);
  return within;
}

async function refuseBeyond(bytes: Uint8Array, sheet: string): Promise<void> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const first = index < LAST_ROW ? MOST_COLUMNS : 0;
    const column = values.findIndex((value, at) => at >= first && value !== null && value !== '');
    if (column < 0) continue;
    throw new FileFault(
      'FICHIER_TROP_GRAND',
      `La limite est de ${MOST_ROWS} lignes et de ${MOST_COLUMNS} colonnes, et la cellule ${cellRef(index, column)} n’est pas vide : videz-la, ou déposez en plusieurs fichiers.`,
    );
  }
}

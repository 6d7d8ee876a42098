import {
  type Cell,
  type CellStyle,
  openXlsx,
  parseCellRef,
  saveXlsx,
  type Sheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { FileFormat } from './file-row.ts';
import { sayValue } from './file-row.ts';
import { readText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { SHEET } from './read-workbook.ts';
import { readWhole, type SpooledFile } from './spool.ts';

const AUTHOR = 'Palier';
/** Red for what is refused, yellow for what is remarked. */
const FILLS = { FAUTE: 'FFC7CE', REMARQUE: 'FFEB9C' } as const;
/** The sheets that a look adds. */
export const ADDED = ['Fautes', 'Remarques', 'Différence'] as const;

/** What a cell of the file is marked with. */
interface Mark {
  readonly cellule: string | null;
  readonly texte: string;
}

/** Rows that go in a sheet of their own, under their header. */
export interface AddedSheet {
  readonly nom: (typeof ADDED)[number];
  readonly lignes: readonly (readonly (string | number | null)[])[];
}

export interface MarkRequest {
  readonly file: SpooledFile;
  readonly format: FileFormat;
  readonly marques: readonly Mark[];
  /** What is refused, or only remarked. */
  readonly ton: keyof typeof FILLS;
  readonly feuilles: readonly AddedSheet[];
}

/**
 * The file that was sent, its cells coloured and commented, and the sheets that say more. A workbook stays as it is otherwise;
 * the marks of a former look are taken off.
 */
export function markWorkbook(request: MarkRequest): Promise<Uint8Array> {
  return request.format === 'XLSX' ? markSame(request) : markCsv(request);
}

async function markSame(request: MarkRequest): Promise<Uint8Array> {
  const workbook = await openXlsx(readWhole(request.file), { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name === SHEET) ?? workbook.sheets[0];
  if (sheet !== undefined) {
    const cells = (sheet.cells ??= new Map<string, Cell>());
    clearMarks(cells);
    mark(cells, request, (row, column) => toCell(sheet, row, column));
  }
  const former: ReadonlySet<string> = new Set(ADDED);
  workbook.sheets = [
    ...workbook.sheets.filter(({ name }) => !former.has(name)),
    ...request.feuilles.map(
      ({ nom, lignes }) => ({ name: nom, rows: lignes.map((row) => [...row]) }) as Sheet,
    ),
  ];
  return saveXlsx(workbook);
}

async function markCsv(request: MarkRequest): Promise<Uint8Array> {
  const rows: string[][] = [];
  for await (const { rang, cells } of readCsv(readText(request.file))) {
    while (rows.length < rang - 1) rows.push([]);
    rows.push(cells.map((cell) => (cell?.value === undefined ? '' : sayValue(cell))));
  }
  const cells = new Map<string, Cell>();
  mark(cells, request, (row, column) => ({ value: rows[row]?.[column] ?? '', type: 'string' }));
  return writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows: asRead(rows),
        cells,
        columns: rows[0]?.map(() => ({ width: 16, style: { numFmt: '@' } })) ?? [],
        freezePane: { rows: 1 },
      },
      ...request.feuilles.map(({ nom, lignes }) => ({
        name: nom,
        rows: lignes.map((row) => [...row]),
        columns: ADDED_WIDTHS,
        freezePane: { rows: 1 },
      })),
    ],
    properties: { creator: AUTHOR, title: 'Mesures relues' },
  });
}

/** Text stays text: a spreadsheet takes no zero away, and makes no date. */
const asRead = (rows: readonly (readonly string[])[]): (string | null)[][] =>
  rows.map((row) => row.map((text) => (text === '' ? null : text)));

const toCell = ({ rows }: Sheet, row: number, column: number): Cell => {
  const value = rows[row]?.[column] ?? null;
  return { value, type: value === null ? 'empty' : (typeof value as Cell['type']) };
};

function mark(
  cells: Map<string, Cell>,
  { marques, ton }: Pick<MarkRequest, 'marques' | 'ton'>,
  cellAt: (row: number, column: number) => Cell,
): void {
  for (const { cellule, texte } of marques) {
    if (cellule === null) continue;
    const { row, col } = parseCellRef(cellule);
    const key = `${row},${col}`;
    const cell = cells.get(key) ?? cellAt(row, col);
    const former = cell.comment?.author === AUTHOR ? `${cell.comment.text}\n\n` : '';
    cells.set(key, {
      ...cell,
      style: { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILLS[ton] } } },
      comment: { author: AUTHOR, text: `${former}${texte}` },
    });
  }
}

function clearMarks(cells: Map<string, Cell>): void {
  for (const [key, { comment, style, ...cell }] of cells) {
    if (comment?.author !== AUTHOR) continue;
    const kept: CellStyle = { ...style };
    delete kept.fill;
    cells.set(key, { ...cell, ...(Object.keys(kept).length > 0 && { style: kept }) });
  }
}

const ADDED_WIDTHS = [8, 18, 10, 34, 24, 48, 60].map((width) => ({ width }));

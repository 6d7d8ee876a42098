import {
  type Cell,
  type CellStyle,
  openXlsx,
  parseCellRef,
  saveXlsx,
  type Sheet,
  writeXlsx,
} from 'hucre/xlsx';
import { ADDED } from './added-sheets.ts';
import type { FileFormat } from '@palier/fichiers/file-row';
import { sayValue } from '@palier/fichiers/file-row';
import { readText } from '@palier/fichiers/decode-text';
import { readCsv } from '@palier/fichiers/read-csv';
import { openWithin, SHEET, sheetOf } from './open-workbook.ts';
import { readWhole, type SpooledFile } from '@palier/fichiers/spool';

const AUTHOR = 'Palier';
/** Red for what is refused, yellow for what is remarked. */
const FILLS = { FAUTE: 'FFC7CE', REMARQUE: 'FFEB9C' } as const;
/** Between what the author of a comment says and what is added to it. */
const SAID_BY_US = `\n\n— ${AUTHOR} —\n`;

type Comment = NonNullable<Cell['comment']>;

/** What a cell of the file is marked with. */
interface Mark {
  readonly cellule: string | null;
  readonly texte: string;
}

/** Rows that go in a sheet of their own, beneath its header. */
export interface AddedSheet {
  readonly nom: keyof typeof ADDED;
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
 * The file that was sent, its cells coloured and commented, and the sheets that say more. What its author said stays: comments, to
 * which ours are added, and sheets, whatever their names. The marks of a former look are taken off.
 */
export function markWorkbook(request: MarkRequest): Promise<Uint8Array> {
  return request.format === 'XLSX' ? markSame(request) : markCsv(request);
}

async function markSame(request: MarkRequest): Promise<Uint8Array> {
  const workbook = await openWithin(readWhole(request.file), openXlsx, { readStyles: true });
  const sheet = sheetOf(workbook);
  if (sheet !== undefined) {
    const cells = (sheet.cells ??= new Map<string, Cell>());
    clearMarks(cells);
    mark(cells, request, (row, column) => toCell(sheet, row, column));
  }
  const authors = workbook.sheets.filter((one) => !isAdded(one));
  const names = new Set(authors.map(({ name }) => name.toLowerCase()));
  workbook.sheets = [
    ...authors,
    ...request.feuilles.map((added) => ({ name: freeName(added.nom, names), rows: rowsOf(added) }) as Sheet),
  ];
  return saveXlsx(workbook);
}

/** Whether a former look added it. */
const isAdded = ({ name, rows: [header = []] }: Sheet): boolean =>
  Object.entries(ADDED).some(
    ([nom, titles]) => name.startsWith(nom) && titles.every((title, column) => header[column] === title),
  );

/** The author's own sheet keeps a name that ours would have. */
function freeName(nom: string, taken: ReadonlySet<string>): string {
  let name = nom;
  for (let rank = 1; taken.has(name.toLowerCase()); rank += 1)
    name = `${nom} (${AUTHOR}${rank === 1 ? '' : ` ${rank}`})`;
  return name;
}

const rowsOf = ({ nom, lignes }: AddedSheet): (string | number | null)[][] => [
  [...ADDED[nom]],
  ...lignes.map((row) => [...row]),
];

async function markCsv(request: MarkRequest): Promise<Uint8Array> {
  const rows: string[][] = [];
  for await (const { rang, cells } of readCsv(readText(request.file))) {
    while (rows.length < rang - 1) rows.push([]);
    rows.push(cells.map((cell) => (cell?.value === undefined ? '' : sayValue(cell))));
  }
  // Beneath « sep=; » and empty lines, which are no rows.
  const header = rows.findIndex((row) => row.length > 0);
  const cells = new Map<string, Cell>();
  mark(cells, request, (row, column) => ({ value: rows[row]?.[column] ?? '', type: 'string' }));
  return writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows: asRead(rows),
        cells,
        columns: rows[header]?.map(() => ({ width: 16, style: { numFmt: '@' } })) ?? [],
        freezePane: { rows: header + 1 },
      },
      ...request.feuilles.map((added) => ({
        name: added.nom,
        rows: rowsOf(added),
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
    cells.set(key, {
      ...cell,
      style: { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILLS[ton] } } },
      comment: addTo(cell.comment, texte),
    });
  }
}

function addTo(comment: Comment | undefined, texte: string): Comment {
  if (comment === undefined) return { author: AUTHOR, text: texte };
  const isOurs = comment.author === AUTHOR || comment.text.includes(SAID_BY_US);
  return { ...comment, text: `${comment.text}${isOurs ? '\n\n' : SAID_BY_US}${texte}` };
}

function clearMarks(cells: Map<string, Cell>): void {
  for (const [key, { comment, style, ...cell }] of cells) {
    const added = comment?.author === AUTHOR ? 0 : comment?.text.indexOf(SAID_BY_US);
    if (comment === undefined || added === undefined || added < 0) continue;
    const kept: CellStyle = { ...style };
    delete kept.fill;
    cells.set(key, {
      ...cell,
      ...(Object.keys(kept).length > 0 && { style: kept }),
      ...(added > 0 && { comment: { ...comment, text: comment.text.slice(0, added) } }),
    });
  }
}

const ADDED_WIDTHS = [8, 18, 10, 34, 24, 48, 60].map((width) => ({ width }));

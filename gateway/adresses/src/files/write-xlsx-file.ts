import { buffer } from 'node:stream/consumers';
import { Refusal } from '@palier/gateway/errors/errors';
import type { CellValue } from 'hucre/xlsx';
import { addLastSheet } from './add-last-sheet.ts';
import type { FileTable } from '../rows/file-table.ts';
import type { Metadata } from './metadata.ts';
import { sayHead, saySources } from './say-metadata.ts';
import type { Cell } from '../operation/tables.ts';
import type { WriteFile } from './written-file.ts';

const PROVENANCE = 'Provenance';

/** A sheet a table, and a last one that says where it comes from; read by pages, the sheet of its one table is written as it is read. */
export const writeXlsxFile: WriteFile = async function* ({ tables, metadata, isLong }) {
  // Loaded with the first workbook: a start does without it.
  const { writeXlsx, writeXlsxStream } = await import('hucre/xlsx');
  if (isLong) {
    const [table] = tables;
    const provenance = () => buffer(writeXlsxStream(sayMetadata(metadata()), { name: PROVENANCE }));
    const sheets = writeXlsxStream(lines(table!), { name: sheetNames([table!])[0]! });
    yield* addLastSheet(sheets, PROVENANCE, provenance);
    return;
  }
  const names = sheetNames(tables);
  const sheets = [];
  for (const [rank, table] of tables.entries()) {
    const rows: CellValue[][] = [];
    for await (const row of lines(table)) rows.push(row);
    sheets.push({ name: names[rank]!, rows, freezePane: { rows: 1 } });
  }
  yield await writeXlsx({ sheets: [...sheets, { name: PROVENANCE, rows: sayMetadata(metadata()) }] });
};

async function* lines({ columns, rows }: FileTable): AsyncGenerator<CellValue[]> {
  yield columns.map(({ name }) => toText(name, name));
  for await (const batch of rows())
    for (const { cells } of batch) yield cells.map((cell, at) => toCell(cell, columns[at]!.name));
}

/** A number that no double holds stays to the digit, as a text. A text is never a formula. */
const toCell = (cell: Cell, column: string): CellValue =>
  cell === null || typeof cell === 'number' || typeof cell === 'boolean'
    ? cell
    : toText(String(cell), column);

const LONGEST_TEXT = 32_767;

/** What would be read as an escape is escaped: « _x000D_ » is no return. */
function toText(text: string, column: string): string {
  if (text.length > LONGEST_TEXT)
    throw new Refusal('FORMAT_DE_FICHIER_NON_OFFERT', {
      detail: `« ${column} » a un texte de ${text.length} caractères ; une cellule d’un classeur en a au plus ${LONGEST_TEXT}.`,
      facts: { limite: LONGEST_TEXT, compte: text.length },
    });
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

const LONGEST_NAME = 31;
/** That of the last sheet, and one that Excel keeps for itself. */
const RESERVED = ['provenance', 'history'];

/** A sheet has a short name of its own: the end of the table's, numbered when two are the same. */
export function sheetNames(tables: readonly Pick<FileTable, 'name'>[]): readonly string[] {
  const given = new Set(RESERVED);
  return tables.map(({ name }) => {
    const short = name.replace(/[[\]:*?/\\]/g, '_').slice(-LONGEST_NAME);
    let own = short;
    for (let rank = 2; given.has(own.toLowerCase()); rank += 1) {
      const ending = ` (${rank})`;
      own = `${short.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    }
    given.add(own.toLowerCase());
    return own;
  });
}

function sayMetadata(metadata: Metadata): CellValue[][] {
  const rows: Cell[][] = [
    ...sayHead(metadata),
    [],
    ...saySources(metadata),
    [],
    ['Tableau', 'Colonne', 'Type', 'Description'],
    ...metadata.tableaux.flatMap(({ nom, colonnes }) =>
      colonnes.map((colonne) => [nom, colonne.nom, colonne.type, colonne.description]),
    ),
  ];
  return rows.map((cells) => cells.map((cell) => toCell(cell, `Provenance : ${String(cells[0])}`)));
}

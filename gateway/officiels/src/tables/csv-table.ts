import { decodeText } from '@palier/fichiers/decode-text';
import { readCsv } from '@palier/fichiers/read-csv';
import type { Cell } from './cells.ts';
import { type ColumnNames, type Header, readHeader } from './header.ts';
import type { Releve } from './releve.ts';

/** One row of a CSV file, by its columns. */
export interface CsvRow<Column extends string> {
  readonly ligne: number;
  /** Nothing in it when the file leaves it blank, or has not this column. */
  cell(column: Column): Cell & { readonly value: string | undefined };
}

interface CsvOptions<Column extends string> {
  readonly names: ColumnNames<Column>;
  readonly needed: readonly Column[];
  readonly most: number;
  readonly releve: Releve;
  readonly progress: (lines: number) => void;
}

/** The rows of a CSV file under its header; none when a column that is needed is missing. Raises a `FileFault`. */
export async function* readCsvTable<Column extends string>(
  bytes: Uint8Array,
  { names, needed, most, releve, progress }: CsvOptions<Column>,
): AsyncGenerator<CsvRow<Column>, void> {
  let header: Header<Column> | undefined;
  let width = 0;
  for await (const { ligne, cells } of readCsv(inParts(bytes), most)) {
    progress(ligne);
    const values = cells.map((cell) => cell?.value as string | undefined);
    if (header === undefined) {
      header = readHeader(values, names, { ligne, needed, releve });
      if (releve.fautes.total > 0) return;
      width = usedWidth(values);
      continue;
    }
    const used = usedWidth(values);
    if (used > width) {
      releve.refuse({
        ligne,
        code: 'LIGNE_DEBORDEE',
        lue: `${used} cellules`,
        attendu: `${width} cellules, comme l’en-tête`,
        remede:
          'Reprenez le fichier tel qu’il est publié : un texte y contient le séparateur, et n’est pas entre guillemets.',
      });
      continue;
    }
    if (values.length < width) {
      releve.refuse({
        ligne,
        code: 'LIGNE_COUPEE',
        lue: `${values.length} cellule${values.length > 1 ? 's' : ''}`,
        attendu: `${width} cellules, comme l’en-tête`,
        remede: 'Reprenez le fichier tel qu’il est publié : il est coupé ici, ou un séparateur y manque.',
      });
      continue;
    }
    const found = header;
    yield {
      ligne,
      cell: (column) => ({
        ligne,
        colonne: found.titleOf(column),
        value: values[found.at(column) ?? -1],
      }),
    };
  }
}

/** Cells up to the last one that says something. */
const usedWidth = (values: readonly (string | undefined)[]): number =>
  values.findLastIndex((value) => value !== undefined) + 1;

/** What is parsed at once, in letters: all the rows of a part are held together. */
const PART = 65_536;

/** The text, some lines at a time. */
async function* inParts(bytes: Uint8Array): AsyncGenerator<string> {
  const text = decodeText(bytes);
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start + PART) + 1 || text.length;
    yield text.slice(start, end);
    start = end;
  }
}

import { type Column, COLUMNS, columnLetters, columnNamed, NEEDED, SAID_BESIDE } from './columns.ts';
import type { Demande } from '../demande/demande.ts';
import { toName } from '@palier/fichiers/to-name';
import { Findings, shorten } from '@palier/fichiers/findings';
import { type Faute, type Remarque, titleOf } from './faute.ts';
import { type FileFormat, type FileRow, type Fusion, sayValue } from '@palier/fichiers/file-row';
import { type MesureLue, RowJudge } from './judge-row.ts';
import { type NamedRow, RowFaults } from './row-faults.ts';

/** A file, read to its end. */
export interface FileJudged {
  /** Rows that give something. */
  readonly mesures: readonly MesureLue[];
  readonly fautes: Findings<Faute>;
  readonly remarques: Findings<Remarque>;
  /** Rows read, header left out. */
  readonly lignes: number;
  /** Where each column is, from 0. */
  readonly colonnes: Readonly<Partial<Record<Column, number>>>;
}

/** Reads rows to the last one, whatever is wrong in them: every fault is found at once, and told up to a number. */
export async function judgeFile(
  rows: AsyncIterable<FileRow>,
  format: FileFormat,
  demande: Demande,
  mostTold: number,
): Promise<FileJudged> {
  const fautes = new Findings<Faute>(mostTold);
  const remarques = new Findings<Remarque>(mostTold);
  const mesures: MesureLue[] = [];
  const judging = new RowJudge(demande, new RowFaults(fautes, remarques));
  let header: Header | undefined;
  let lignes = 0;
  for await (const row of rows) {
    if (header === undefined) {
      header = readHeader(row, fautes);
      for (const fusion of row.fusions ?? []) fautes.add(toMergeFault(row, fusion));
      continue;
    }
    lignes += 1;
    // Without its columns, a row says nothing that can be judged.
    if (!header.isWhole) continue;
    // A number cut in two moves the cells that follow: what they hold is not what their columns say.
    if (isCut(row, header)) {
      fautes.add(toLongFault(row, header));
      if (format === 'CSV') continue;
    }
    for (const fusion of row.fusions ?? [])
      if (coversRead(fusion, header)) fautes.add(toMergeFault(row, fusion));
    const mesure = judging.judge(nameCells(row, header));
    if (mesure !== undefined) mesures.push(mesure);
  }
  if (mesures.length === 0 && fautes.total === 0) fautes.add(nothingGiven(header !== undefined));
  const colonnes = Object.fromEntries(header?.places ?? []);
  return { mesures, fautes, remarques, lignes, colonnes };
}

interface Header {
  readonly places: ReadonlyMap<Column, number>;
  readonly length: number;
  readonly isWhole: boolean;
}

function readHeader({ ligne, rang, cells, width }: FileRow, fautes: Findings<Faute>): Header {
  const places = new Map<Column, number>();
  cells.forEach((cell, index) => {
    if (cell?.value === undefined) return;
    const said = String(cell.value);
    const at = {
      ligne,
      colonne: shorten(said),
      cellule: `${columnLetters(index)}${rang}`,
      lue: shorten(said),
    };
    const column = columnNamed(said);
    if (column === undefined)
      fautes.add({
        ...at,
        code: 'COLONNE_INCONNUE',
        attendu: `une de ces colonnes : ${COLUMNS.join(', ')}`,
        remede: `${likely(said)}Ôtez cette colonne, ou nommez-la autrement.`,
      });
    else if (places.has(column))
      fautes.add({
        ...at,
        code: 'COLONNE_REPETEE',
        attendu: `une seule colonne « ${column} »`,
        remede: 'Ôtez celle qui est de trop.',
      });
    else places.set(column, index);
  });
  const missing = NEEDED.filter((column) => !places.has(column));
  for (const column of missing)
    fautes.add({
      ligne,
      colonne: column,
      cellule: null,
      code: 'COLONNE_MANQUANTE',
      lue: null,
      attendu: `une colonne « ${column} »`,
      remede:
        'La première ligne nomme les colonnes. « GET /depots/modele » donne un fichier qui les a toutes.',
    });
  return { places, length: width ?? lastUsed(cells) + 1, isWhole: missing.length === 0 };
}

const lastUsed = (cells: FileRow['cells']): number => cells.findLastIndex((cell) => cell !== undefined);

/** « Denominateurs » is likely « denominateur ». */
function likely(said: string): string {
  const name = toName(said);
  const close =
    name.length < 3
      ? undefined
      : COLUMNS.find((column) => column.startsWith(name) || name.startsWith(column));
  return close === undefined ? '' : `Peut-être « ${close} ». `;
}

/** Columns of words: a number alone there is what a decimal comma cut from another. */
const OF_WORDS: readonly Column[] = [...SAID_BESIDE, 'justification'];

/** Whether it has more cells than its header, or a number alone where words are said: one was cut in two. */
function isCut({ cells, width }: FileRow, { length, places }: Header): boolean {
  if ((width ?? lastUsed(cells) + 1) > length) return true;
  return (
    width !== undefined &&
    OF_WORDS.some((column) => /^\d+(\s*%)?$/.test(String(cells[places.get(column) ?? -1]?.value ?? '')))
  );
}

function toLongFault({ ligne, rang, cells }: FileRow, header: Header): Faute {
  const last = lastUsed(cells);
  const cell = cells[last];
  return {
    code: 'LIGNE_DEBORDEE',
    ligne,
    colonne: null,
    cellule: `${columnLetters(last)}${rang}`,
    lue: cell?.value === undefined ? null : shorten(sayValue(cell)),
    attendu: `${header.length} cellules, comme l’en-tête, et des mots où il en veut`,
    remede:
      'Une virgule décimale coupe-t-elle un nombre en deux ? Séparez alors les colonnes par des points-virgules, ou mettez le nombre entre guillemets.',
  };
}

/** Whether what is read of a row may be among what merged cells hide. */
const coversRead = ({ de, a }: Fusion, { places }: Header): boolean =>
  [...places].some(([column, index]) => !SAID_BESIDE.has(column) && index >= de && index <= a);

function toMergeFault({ ligne, rang, cells }: FileRow, { de, etendue }: Fusion): Faute {
  const cell = cells[de];
  return {
    code: 'CELLULES_FUSIONNEES',
    ligne,
    colonne: null,
    cellule: `${columnLetters(de)}${rang}`,
    lue: cell?.value === undefined ? null : shorten(sayValue(cell)),
    attendu: `une cellule par ligne et par colonne : ${etendue} sont fusionnées, et le tableur n’a gardé que la première`,
    remede: `Défusionnez ${etendue}, et donnez à chaque cellule ce qu’elle dit.`,
  };
}

function nameCells({ ligne, rang, cells }: FileRow, { places }: Header): NamedRow {
  return {
    ligne,
    rang,
    cell: (column) => {
      const index = places.get(column);
      return index === undefined ? undefined : cells[index];
    },
    place: (column) => {
      const index = places.get(column);
      return {
        ligne,
        colonne: column,
        cellule: index === undefined ? null : `${columnLetters(index)}${rang}`,
      };
    },
  };
}

const nothingGiven = (hasHeader: boolean): Faute => ({
  code: 'AUCUNE_MESURE',
  ligne: hasHeader ? 2 : 1,
  colonne: null,
  cellule: null,
  lue: null,
  attendu: 'au moins une ligne qui donne une valeur ou un statut',
  remede: hasHeader
    ? 'Une ligne sans valeur ni statut ne donne rien : remplissez celles que vous déclarez.'
    : 'Ce fichier est vide. « GET /depots/modele » en donne un à remplir.',
});

/** A fault in one line: what, where, what was read, what to do. */
export function sayFaute(faute: Faute): string {
  const { ligne, colonne, cellule, lue, attendu, remede } = faute;
  const where = [`ligne ${ligne}`, colonne && `colonne « ${colonne} »`, cellule && `cellule ${cellule}`];
  const read = lue === null ? '' : ` : « ${lue} »`;
  return `${titleOf(faute)} (${where.filter(Boolean).join(', ')})${read}. Attendu : ${attendu}. ${remede}`;
}

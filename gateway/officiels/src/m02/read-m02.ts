import { type Cell, readCode, readDay, readDegrees, readWord, toText } from '../tables/cells.ts';
import { type CsvRow, readCsvTable } from '../tables/csv-table.ts';
import { readTerritoire } from '../tables/read-territoire.ts';
import { remarkUnits } from '../tables/remark-units.ts';
import { type FichierRead, Releve } from '../tables/releve.ts';
import { type FileM02, type Kind, MISSIONS } from './columns.ts';

/** What one row gives: what the file says under each of its columns, blank ones left out. */
export interface LigneM02 {
  readonly ligne: number;
  readonly code: string;
  /** By the columns as they are published; days are ISO 8601, codes have their zeros, a mission that is not said is empty. */
  readonly fiche: Readonly<Record<string, string>>;
}

/** To what larger units a territory belongs, as the graph knows it. */
export interface Rattachement {
  readonly rls: string;
  readonly rss: string;
  readonly ruisss: string;
}

const MOST_ROWS = 60_000;
const OUI_NON = new Map([
  ['oui', 'Oui'],
  ['non', 'Non'],
]);
const STATUTS = new Map([
  ['1', '1'],
  ['2', '2'],
]);

/**
 * Reads a file of M02, the register that the ministry publishes: UTF-8, UTF-16 or Windows-1252, a space for nothing. Raises a
 * `FileFault` for what is no CSV.
 *
 * @param territoires those that are known, by code
 */
export async function readM02(
  bytes: Uint8Array,
  file: FileM02,
  territoires: ReadonlyMap<string, Rattachement>,
  progress: (lines: number) => void = () => undefined,
): Promise<FichierRead<LigneM02>> {
  const releve = new Releve();
  const lignes = new Map<string, LigneM02>();
  const needed = Object.keys(file.kinds);
  const rows = readCsvTable(bytes, { names: file.names, needed, most: MOST_ROWS, releve, progress });
  for await (const row of rows) {
    const one = readLigne(row, file, { territoires, releve });
    if (one === undefined) continue;
    const first = lignes.get(one.code);
    if (first === undefined) lignes.set(one.code, one);
    else
      releve.refuse({
        ligne: one.ligne,
        colonne: file.key,
        code: 'LIGNE_REPETEE',
        lue: one.code,
        attendu: 'une seule ligne par code',
        remede: `Retirez cette ligne ou la ligne ${first.ligne}.`,
      });
  }
  if (lignes.size === 0 && releve.fautes.total === 0)
    releve.refuse({
      code: 'AUCUNE_LIGNE',
      attendu: 'une ligne par code, sous l’en-tête',
      remede: 'Prenez le fichier tel qu’il est publié : un fichier vide retirerait tout.',
    });
  return { lignes: [...lignes.values()], releve };
}

interface Around {
  readonly territoires: ReadonlyMap<string, Rattachement>;
  readonly releve: Releve;
}

function readLigne(row: CsvRow<string>, file: FileM02, around: Around): LigneM02 | undefined {
  const { releve } = around;
  const code = readCode(row.cell(file.key), 8, releve);
  const fiche: Record<string, string> = {};
  for (const [column, kind] of Object.entries(file.kinds)) {
    const cell = row.cell(column);
    if (column === file.key) continue;
    if (cell.value === undefined) {
      if (kind.kind === 'OUI_NON') fiche[column] = '';
      continue;
    }
    const value = readValue(cell, kind, around);
    if (value !== undefined) fiche[column] = value;
  }
  if (code === undefined) return undefined;
  fiche[file.key] = code;
  remarkOther(row, fiche, around);
  return { ligne: row.ligne, code, fiche: withoutNo(fiche) };
}

function readValue(cell: Cell, kind: Kind, { territoires, releve }: Around): string | undefined {
  switch (kind.kind) {
    case 'CODE':
      return readCode(cell, kind.length, releve);
    case 'TERRITOIRE':
      return readTerritoire(cell, territoires, releve);
    case 'JOUR':
      return readDay(cell, releve);
    case 'DEGRES':
      return readDegrees(cell, kind.bounds, releve);
    case 'OUI_NON':
      return readWord(cell, OUI_NON, releve);
    case 'STATUT':
      return readWord(cell, STATUTS, releve);
    case 'TEXTE':
      return toText(cell.value);
  }
}

/** Most missions are « Non » everywhere: what is not there is no, and what is empty is not said. */
const withoutNo = (fiche: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fiche).filter(
      ([column, value]) => value !== 'Non' || !(MISSIONS as readonly string[]).includes(column),
    ),
  );

const UNITS = { RLS_CODE: 'rls', RSS_CODE: 'rss', RUIS_CODE: 'ruisss' } as const;

/** An installation stands in a territory, whose units the graph knows: what the file says otherwise is kept, and said. */
function remarkOther(
  { ligne }: CsvRow<string>,
  fiche: Readonly<Record<string, string>>,
  { territoires, releve }: Around,
): void {
  const known = territoires.get(fiche['CLSC_CODE'] ?? '');
  if (known === undefined) return;
  remarkUnits(releve, { ligne, fiche, territoire: fiche['CLSC_CODE'], known, columns: UNITS });
}

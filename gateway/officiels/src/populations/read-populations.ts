import { type Cell, readCount, readWord, toText } from '../tables/cells.ts';
import { type Header, readHeader } from '../tables/header.ts';
import { count } from '@palier/fichiers/count';
import { type FichierRead, Releve } from '../tables/releve.ts';
import { readTerritoire } from '../tables/read-territoire.ts';
import { checkSums } from './check-sums.ts';
import { AGE_COLUMNS, POPULATION_COLUMNS, type PopulationColumn } from './columns.ts';
import type { LigneLue } from './ligne-lue.ts';
import { type SheetRow, readSheetRows } from './sheet-rows.ts';

const SHEETS = ['Âge', 'Âge'.normalize('NFD'), 'Age'];
/** The header is on row 5 of the published file; titles stand above. */
const DEEPEST_HEADER = 30;
const [FIRST_YEAR, LAST_YEAR] = [1971, 2100];

const NIVEAUX = new Map(
  ['Québec', 'RUISSS', 'RSS', 'RTS', 'RLS', 'CLSC'].map((niveau) => [niveau.toLowerCase(), niveau]),
);
const SEXES = new Map([
  ['total', 'TOTAL'],
  ['féminin', 'FEMININ'],
  ['masculin', 'MASCULIN'],
] as const);
const NATURES = new Map([
  ['estimation', 'ESTIMATION'],
  ['estimations', 'ESTIMATION'],
  ['projection', 'PROJECTION'],
  ['projections', 'PROJECTION'],
] as const);
const STATUTS = new Map([
  ['r', 'REVISE'],
  ['p', 'PROVISOIRE'],
  ['', null],
] as const);

/**
 * Reads the sheet « Âge » of the populations that the ministry and the Institut de la statistique publish. Rows of territoires de
 * CLSC are kept; those of larger units are counted. Raises a `FileFault` for what is no such workbook.
 *
 * @param territoires codes of the territories that are known
 */
export async function readPopulations(
  bytes: Uint8Array,
  territoires: ReadonlySet<string>,
  progress: (lines: number) => void = () => undefined,
): Promise<FichierRead<LigneLue>> {
  const releve = new Releve();
  const lignes: LigneLue[] = [];
  let header: Header<PopulationColumn> | undefined;
  let others = 0;
  for await (const row of readSheetRows(bytes, SHEETS)) {
    progress(row.ligne);
    if (row.values.every((value) => toText(value) === '')) continue;
    if (header === undefined) {
      header = findHeader(row, releve);
      // Nothing can be read without its columns.
      if (releve.fautes.total > 0) return { lignes, releve };
      continue;
    }
    const niveau = readNiveau(row, header, releve);
    if (niveau === 'CLSC') keep(readLigne(row, header, { territoires, releve }), lignes);
    else if (niveau !== undefined) others += 1;
  }
  if (others > 0)
    releve.remark({
      code: 'AUTRE_NIVEAU',
      lue: count(others, 'ligne'),
      compris: 'lignes de plus grandes unités (Québec, RUISSS, RSS, RTS, RLS), qui ne sont pas importées',
    });
  if (lignes.length === 0 && releve.fautes.total === 0)
    releve.refuse({
      code: 'AUCUNE_LIGNE',
      attendu: 'des lignes de niveau « CLSC » sous un en-tête',
      remede: 'Prenez la feuille « Âge » du fichier tel qu’il est publié.',
    });
  checkSums(lignes, territoires.size, releve);
  return { lignes, releve };
}

const keep = <Value>(value: Value | undefined, values: Value[]): void => {
  if (value !== undefined) values.push(value);
};

/** Titles stand above the header: a row without the code of a territory is one of them. */
function findHeader({ ligne, values }: SheetRow, releve: Releve): Header<PopulationColumn> | undefined {
  const found = new Releve();
  const needed = Object.keys(POPULATION_COLUMNS) as PopulationColumn[];
  const header = readHeader(values, POPULATION_COLUMNS, { ligne, needed, releve: found });
  if (header.at('code') === undefined && ligne < DEEPEST_HEADER) return undefined;
  for (const faute of found.fautes.told) releve.fautes.add(faute);
  return header;
}

function cellAt(
  { ligne, values }: SheetRow,
  header: Header<PopulationColumn>,
  column: PopulationColumn,
): Cell {
  return { ligne, colonne: header.titleOf(column), value: values[header.at(column) ?? -1] };
}

const readNiveau = (row: SheetRow, header: Header<PopulationColumn>, releve: Releve): string | undefined =>
  readWord(cellAt(row, header, 'niveau'), NIVEAUX, releve);

function readLigne(
  row: SheetRow,
  header: Header<PopulationColumn>,
  { territoires, releve }: { territoires: ReadonlySet<string>; releve: Releve },
): LigneLue | undefined {
  const at = (column: PopulationColumn): Cell => cellAt(row, header, column);
  const territoire = readTerritoire(at('code'), territoires, releve);
  const annee = readAnnee(at('annee'), releve);
  const sexe = readWord(at('sexe'), SEXES, releve);
  const nature = readWord(at('nature'), NATURES, releve);
  const statut = readWord(at('statut'), STATUTS, releve);
  const nombre = readCount(at('total'), releve);
  const ages = AGE_COLUMNS.map((column) => readCount(at(column), releve));
  if (
    territoire === undefined ||
    annee === undefined ||
    sexe === undefined ||
    nature === undefined ||
    statut === undefined ||
    nombre === undefined ||
    !isWhole(ages)
  )
    return undefined;
  return { ligne: row.ligne, territoire, annee, sexe, nature, statut, nombre, ages };
}

const isWhole = (ages: readonly (number | undefined)[]): ages is readonly number[] =>
  ages.every((age) => age !== undefined);

function readAnnee(cell: Cell, releve: Releve): number | undefined {
  const annee = readCount(cell, releve);
  if (annee === undefined || (annee >= FIRST_YEAR && annee <= LAST_YEAR)) return annee;
  releve.refuse({
    ligne: cell.ligne,
    colonne: cell.colonne,
    code: 'VALEUR_INCONNUE',
    lue: cell.value,
    attendu: `une année de ${FIRST_YEAR} à ${LAST_YEAR}`,
    remede: 'Corrigez l’année.',
  });
  return undefined;
}

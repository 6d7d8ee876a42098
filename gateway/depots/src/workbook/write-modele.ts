import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';
import { COLUMNS, type Column, columnLetters, FILLED } from '../judge/columns.ts';
import {
  type CelluleDemandee,
  type Demande,
  type DerniereValeur,
  type LignePresente,
  type MesurePlace,
  periodesOf,
  placeKey,
} from '../demande/demande.ts';
import type { FileFormat } from '@palier/fichiers/file-row';
import { STATUTS_DITS } from '../judge/read-figures.ts';
import { SHEET } from './open-workbook.ts';
import { writeFrenchCsv } from '@palier/fichiers/french-csv';

/** What a file to fill is made of. */
export interface ModeleRequest {
  readonly demande: Demande;
  /** What is published, in the order of periods. */
  readonly dernieres: readonly DerniereValeur[];
  readonly format: FileFormat;
}

/**
 * The file to fill: a row for each measure that the campagne asks of the établissement, its period having begun, with what the draft says
 * of it and, beside it, what was published of the same at the last period before.
 */
export async function writeModele(request: ModeleRequest): Promise<Uint8Array> {
  const rows = listRows(request);
  return request.format === 'CSV' ? writeCsvModele(rows) : writeWorkbook(request.demande, rows);
}

/** With its mark, semicolons and decimal commas: a spreadsheet in French opens it as it is. */
function writeCsvModele(rows: readonly ModeleRow[]): Uint8Array {
  const lines = rows.map((row) => COLUMNS.map((column) => row[column] as string | number | null));
  return Buffer.from(writeFrenchCsv([[...COLUMNS], ...lines]));
}

function writeWorkbook(demande: Demande, rows: readonly ModeleRow[]): Promise<Uint8Array> {
  const last = rows.length + 1;
  const cells = new Map<string, Partial<Cell>>();
  COLUMNS.forEach((_, column) => cells.set(`0,${column}`, { style: HEADER }));
  rows.forEach((_, row) => {
    COLUMNS.forEach((column, index) => {
      if (FILLED.has(column)) cells.set(`${row + 1},${index}`, { style: OPEN });
    });
  });
  const rangeOf = (column: Column): string => {
    const letters = columnLetters(COLUMNS.indexOf(column));
    return `${letters}2:${letters}${last}`;
  };
  return writeXlsx({
    sheets: [
      {
        name: SHEET,
        rows: [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column] ?? null))],
        cells,
        columns: COLUMNS.map((column) => ({
          width: WIDTHS[column],
          ...(TEXT.has(column) && { numFmt: '@' }),
        })),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnLetters(COLUMNS.length - 1)}${last}` },
        // Cells to fill are open; the others say what is asked. No password: it guards against slips alone.
        protection: { sheet: true, autoFilter: true, formatColumns: true, sort: true },
        // Of no row, there is no range.
        dataValidations:
          rows.length === 0
            ? []
            : [
                {
                  type: 'list',
                  values: [...STATUTS_DITS],
                  range: rangeOf('statut'),
                  allowBlank: true,
                  showErrorMessage: true,
                  errorTitle: 'Statut inconnu',
                  errorMessage: `Choisissez ${STATUTS_DITS.join(', ')}, ou laissez vide.`,
                },
                ...(['valeur', 'numerateur', 'denominateur'] as const).map((column) => ({
                  type: 'decimal' as const,
                  operator: 'between' as const,
                  // What a number may be is for the rules to say: they change, and this sheet does not.
                  formula1: '-1E+300',
                  formula2: '1E+300',
                  range: rangeOf(column),
                  allowBlank: true,
                  showErrorMessage: true,
                  errorTitle: 'Nombre attendu',
                  errorMessage: 'Un nombre, ou rien. Sans nombre, choisissez un statut.',
                })),
              ],
      },
      { name: 'Lisez-moi', rows: sayHow(demande).map((line) => [line]), columns: [{ width: 110 }] },
    ],
    properties: {
      title: `Mesures à saisir, campagne ${demande.campagne.code}`,
      creator: 'Palier',
      subject: `${demande.etablissement.code}, canevas ${demande.campagne.canevas}`,
    },
  });
}

const HEADER = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE7F0' } },
} as const;
const OPEN = {
  protection: { locked: false },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
} as const;

const WIDTHS: Readonly<Record<Column, number>> = {
  territoire: 11,
  nom_territoire: 28,
  exigence: 18,
  libelle: 44,
  volet: 15,
  periode: 15,
  unite: 8,
  derniere_valeur: 24,
  valeur: 11,
  statut: 18,
  numerateur: 12,
  denominateur: 13,
  canevas: 15,
  justification: 40,
};
/** Codes are text: a spreadsheet takes no zero from them. */
const TEXT: ReadonlySet<Column> = new Set(['territoire', 'exigence', 'periode', 'canevas']);

type ModeleRow = Readonly<Partial<Record<Column, CellValue>>>;

function listRows({ demande, dernieres }: ModeleRequest): ModeleRow[] {
  const published = groupByCell(dernieres);
  const known = new Map(demande.presentes.map((ligne) => [placeKey(ligne), ligne]));
  const asked = demande.territoires.flatMap((territoire) =>
    demande.cellules.flatMap((cellule) =>
      periodesOf(cellule, demande.commencees).map((periode) => {
        const place = {
          territoire: territoire.code,
          exigence: cellule.exigence,
          volet: cellule.volet,
          periode,
        };
        const derniere = published.get(cellKey(place))?.findLast((one) => one.periode < periode);
        return toRow({ demande, territoire, cellule, periode, known: known.get(placeKey(place)), derniere });
      }),
    ),
  );
  return [...asked, ...listPassed(demande)];
}

/** A measure, whatever its period. */
const cellKey = (place: MesurePlace): string => placeKey({ ...place, periode: '' });

function groupByCell(dernieres: readonly DerniereValeur[]): ReadonlyMap<string, readonly DerniereValeur[]> {
  const groups = new Map<string, DerniereValeur[]>();
  for (const one of dernieres) {
    const group = groups.get(cellKey(one));
    if (group === undefined) groups.set(cellKey(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** « 12,5 (2025-2026-P13) »: words, so that no number in them is taken for one to send. */
function sayDerniere({ valeur, statut, periode, estFictive }: DerniereValeur): string {
  const said = valeur === null ? statut : String(valeur).replace('.', ',');
  return `${said} (${periode}${estFictive ? ', fictive' : ''})`;
}

/**
 * What the draft holds of territories that passed to another établissement, or of a period that has not begun: seen, so that it is taken
 * out, and given no more.
 */
function listPassed(demande: Demande): ModeleRow[] {
  const own = new Map(demande.territoires.map(({ code, nom }) => [code, nom]));
  return demande.presentes.flatMap(({ territoire: code, exigence, volet, periode }) => {
    const isEarly = demande.periodes.includes(periode) && !demande.commencees.includes(periode);
    const cellule = demande.cellules.find((one) => one.exigence === exigence && one.volet === volet);
    if (cellule === undefined || (own.has(code) && !isEarly)) return [];
    const nom = own.has(code) ? `${own.get(code)} : ${EARLY}` : PASSED;
    return toRow({ demande, territoire: { code, nom }, cellule, periode });
  });
}

const PASSED = 'N’est plus des vôtres : RETIRER';
const EARLY = 'période à venir, RETIRER';

interface Asked {
  readonly demande: Demande;
  readonly territoire: { readonly code: string; readonly nom: string };
  readonly cellule: CelluleDemandee;
  readonly periode: string;
  readonly known?: LignePresente | undefined;
  /** What was published last of the same. */
  readonly derniere?: DerniereValeur | undefined;
}

const toRow = ({ demande, territoire, cellule, periode, known, derniere }: Asked): ModeleRow => ({
  territoire: territoire.code,
  nom_territoire: territoire.nom,
  exigence: cellule.exigence,
  libelle: cellule.libelle,
  volet: cellule.volet,
  periode,
  unite: cellule.unite,
  derniere_valeur: derniere === undefined ? null : sayDerniere(derniere),
  valeur: known?.valeur ?? null,
  statut: known?.statut ?? null,
  numerateur: known?.numerateur ?? null,
  denominateur: known?.denominateur ?? null,
  canevas: demande.campagne.canevas,
  justification: known?.justification ?? null,
});

/** Which periods have no row yet, where there are. */
function sayEarly({ periodes, commencees }: Demande): string[] {
  const early = periodes.filter((periode) => !commencees.includes(periode));
  if (early.length === 0) return [];
  return [
    `Sans ligne encore, parce que rien ne s’en mesure avant qu’elles commencent : ${early.join(', ')}.`,
    'Reprenez un classeur une fois la période commencée (vingt-huit jours chacune à partir du 1er avril : une inférence).',
    '',
  ];
}

function sayHow(demande: Demande): string[] {
  const { campagne, etablissement } = demande;
  return [
    `Mesures à saisir : ${campagne.nom} (${campagne.code})`,
    `${etablissement.nom} (${etablissement.code}), selon le canevas ${campagne.canevas}`,
    '',
    'Remplissez les cellules claires de la feuille « Mesures », enregistrez, et déposez ce classeur :',
    `POST /depots/mesures?campagne=${campagne.code} ; ajoutez &essai=1 pour voir d’abord ce que cela changerait.`,
    '',
    ...sayEarly(demande),
    'Quatre choses ne se confondent pas :',
    '• zéro : 0 dans « valeur » ;',
    '• aucun cas qui se mesure : AUCUN_CAS dans « statut » ;',
    '• la mesure n’est pas disponible : NON_DISPONIBLE dans « statut » ;',
    '• elle est connue, et retenue pour protéger les personnes : SUPPRIMEE dans « statut ».',
    '« derniere_valeur » rappelle ce qui est publié de la même mesure, à la dernière période d’avant : rien n’en est lu.',
    'Une ligne laissée vide ne donne rien : ce que votre brouillon dit de cette mesure reste tel quel.',
    'Une règle peut demander qu’une mesure soit justifiée : dites pourquoi dans « justification ».',
    'RETIRER dans « statut » ôte la mesure de votre brouillon, d’un territoire qui n’est plus le vôtre aussi.',
    '',
    'Les nombres peuvent avoir une virgule ou un point décimal. Un numérateur va avec un dénominateur.',
    'Un dépôt remplit votre brouillon, tout ou rien ; rien n’est publié avant la soumission.',
  ];
}

import { readNumber } from '@palier/fichiers/read-number';
import { type Cell, readCode, toText } from '../tables/cells.ts';
import { type ColumnNames, type Header, readHeader } from '../tables/header.ts';
import { readTerritoire } from '../tables/read-territoire.ts';
import { remarkUnits } from '../tables/remark-units.ts';
import { type FichierRead, Releve } from '../tables/releve.ts';
import { type Contour, readContours } from './read-contours.ts';
import { type DbfRecord, readDbf } from './read-dbf.ts';

/** What one record gives. */
export interface LigneLimite {
  readonly ligne: number;
  readonly code: string;
  /** By the columns as they are published; blank ones are left out. */
  readonly fiche: Readonly<Record<string, string>>;
  /** Nothing when no shapes were given. */
  readonly contour: Contour | null;
}

/** A territory as the graph knows it. */
interface Connu {
  readonly nom: string;
  readonly rls: string;
  readonly rts: string;
  readonly rss: string;
  readonly ruisss: string;
}

/** What the graph knows, and whether two writings are of one name. */
interface Known {
  readonly territoires: ReadonlyMap<string, Connu>;
  readonly isSameNom: (one: string, other: string) => boolean;
}

/** The table, and what stands beside it. */
export interface FichierLimites {
  readonly dbf: Uint8Array;
  readonly cpg?: string | undefined;
  readonly shp?: Uint8Array | undefined;
  readonly prj?: string | undefined;
}

const CODES = { RLS_code: 4, RTS_code: 3, RSS_code: 2, RUIS_code: 1 } as const;
const UNITS = { RLS_code: 'rls', RTS_code: 'rts', RSS_code: 'rss', RUIS_code: 'ruisss' } as const;
const TEXTS = ['CLSC_nom', 'Etiquette', 'Version'] as const;
/** Metres and square metres; a table that a program wrote again may have lost them. */
const MEASURES = ['Shape_Leng', 'Shape_Area'] as const;
const NEEDED = ['CLSC_code', ...TEXTS, ...(Object.keys(CODES) as (keyof typeof CODES)[])] as const;

type Column = (typeof NEEDED)[number] | (typeof MEASURES)[number];

const NAMES = Object.fromEntries(
  [...NEEDED, ...MEASURES].map((name) => [name, [name]]),
) as unknown as ColumnNames<Column>;

/** Reads the boundaries that the ministry publishes: the table, and the shapes when they are given. Raises a `FileFault`. */
export function readLimites(
  { dbf, cpg, shp, prj }: FichierLimites,
  { territoires, isSameNom }: Known,
): FichierRead<LigneLimite> {
  const releve = new Releve();
  const { columns, count, records } = readDbf(dbf, cpg);
  const header = readHeader(columns, NAMES, { ligne: 1, needed: NEEDED, releve });
  if (releve.fautes.total > 0) return { lignes: [], releve };
  const lignes = new Map<string, Omit<LigneLimite, 'contour'>>();
  for (const record of records) {
    const one = readLigne(record, header, { territoires, isSameNom, releve });
    if (one === undefined) continue;
    const first = lignes.get(one.code);
    if (first === undefined) lignes.set(one.code, one);
    else
      releve.refuse({
        ligne: one.ligne,
        colonne: 'CLSC_code',
        code: 'LIGNE_REPETEE',
        lue: one.code,
        attendu: 'un seul enregistrement par territoire',
        remede: `Retirez cet enregistrement ou le ${first.ligne}.`,
      });
  }
  remarkMissing(lignes, territoires, releve);
  const codes = new Map([...lignes.values()].map(({ ligne, code }) => [ligne, code]));
  const contours = shp === undefined ? undefined : readContours({ shp, prj }, { codes, count, releve });
  if (contours === undefined)
    releve.remark({
      code: 'SANS_CONTOUR',
      compris: 'aucun .shp à côté de la table : les territoires n’auront pas de contour',
    });
  return {
    lignes: [...lignes.values()].map((one) => ({ ...one, contour: contours?.get(one.code) ?? null })),
    releve,
  };
}

interface Around extends Known {
  readonly releve: Releve;
}

function readLigne(
  { rang, values }: DbfRecord,
  header: Header<Column>,
  { territoires, isSameNom, releve }: Around,
): Omit<LigneLimite, 'contour'> | undefined {
  const cell = (column: Column): Cell => ({
    ligne: rang,
    colonne: header.titleOf(column),
    value: values[header.at(column) ?? -1],
  });
  const code = readTerritoire(cell('CLSC_code'), territoires, releve);
  const fiche: Record<string, string> = {};
  const keep = (column: Column, read: (cell: Cell) => string | undefined): void => {
    const one = cell(column);
    const value = toText(one.value) === '' ? undefined : read(one);
    if (value !== undefined) fiche[column] = value;
  };
  for (const column of TEXTS) keep(column, ({ value }) => toText(value));
  for (const [column, length] of Object.entries(CODES))
    keep(column as Column, (one) => readCode(one, length, releve));
  for (const column of MEASURES) keep(column, (one) => readMeasure(one, releve));
  if (code === undefined) return undefined;
  fiche['CLSC_code'] = code;
  const known = territoires.get(code);
  if (known !== undefined) remarkOther(rang, fiche, { known, isSameNom, releve });
  return { ligne: rang, code, fiche };
}

/** Above zero; programs write large ones with an exponent. */
function readMeasure({ ligne, colonne, value }: Cell, releve: Releve): string | undefined {
  const text = toText(value);
  const read = /^[+]?[\d.]+e[+]?\d+$/i.test(text) ? { nombre: Number(text) } : readNumber({ value: text });
  if ('nombre' in read && read.nombre > 0) return String(read.nombre);
  releve.refuse({
    ligne,
    colonne,
    code: 'NOMBRE_ILLISIBLE',
    lue: text,
    attendu: 'un nombre au-dessus de zéro',
    remede: 'Corrigez le nombre, ou laissez-le vide.',
  });
  return undefined;
}

/** What the file says otherwise than the graph is kept beside it, and said: neither writes over the other. */
function remarkOther(
  ligne: number,
  fiche: Readonly<Record<string, string>>,
  { known, isSameNom, releve }: { known: Connu } & Pick<Around, 'isSameNom' | 'releve'>,
): void {
  const nom = fiche['CLSC_nom'];
  if (nom !== undefined && !isSameNom(nom, known.nom))
    releve.remark({
      ligne,
      colonne: 'CLSC_nom',
      code: 'NOM_DIFFERENT',
      lue: nom,
      compris: `gardé tel quel ; le graphe nomme « ${known.nom} » le territoire ${fiche['CLSC_code']}`,
    });
  remarkUnits(releve, { ligne, fiche, territoire: fiche['CLSC_code'], known, columns: UNITS });
}

function remarkMissing(
  given: { has(code: string): boolean; readonly size: number },
  territoires: ReadonlyMap<string, Connu>,
  releve: Releve,
): void {
  if (given.size === 0) {
    if (releve.fautes.total === 0)
      releve.refuse({
        code: 'AUCUNE_LIGNE',
        attendu: 'un enregistrement par territoire',
        remede: 'Prenez le fichier tel qu’il est publié : un fichier vide retirerait tout.',
      });
    return;
  }
  const missing = [...territoires].filter(([code]) => !given.has(code));
  if (missing.length === 0) return;
  const names = missing.map(([code, { nom }]) => `${code} « ${nom} »`).join(', ');
  releve.remark({
    code: 'TERRITOIRE_ABSENT',
    compris: `le fichier n’a pas ${missing.length} des ${territoires.size} territoires du graphe : ${names}`,
  });
}

import { LONGEST_JUSTIFICATION, refuseText } from '@palier/calls/entered';
import type { Column } from './columns.ts';
import {
  type CelluleDemandee,
  type Demande,
  DITE,
  type MesureDite,
  type MesurePlace,
  periodesOf,
  placeKey,
  STATUTS_SANS_VALEUR,
  type StatutSansValeur,
} from './demande.ts';
import {
  type CodeFaute,
  type Faute,
  type Findings,
  type Remarque,
  shorten,
  type FilePlace,
} from './faute.ts';
import { type FileCell, sayValue, type UncomputedCell } from './file-row.ts';
import { toName } from './columns.ts';
import { readNumber } from './read-number.ts';

/** Said in `statut` of a measure that its author takes back from the draft. */
export const RETIRER = 'RETIRER';
export const STATUTS_DITS = [...STATUTS_SANS_VALEUR, RETIRER] as const;

/** A measure that a file gives, or takes back. */
export interface MesureLue extends MesurePlace, MesureDite {
  readonly ligne: number;
  /** Row that a spreadsheet gives it, from 1. */
  readonly rang: number;
  readonly estRetiree: boolean;
}

/** One row, its cells by the names of their columns. */
export interface NamedRow {
  readonly ligne: number;
  /** Row that a spreadsheet gives it, from 1. */
  readonly rang: number;
  cell(column: Column): FileCell | UncomputedCell | undefined;
  place(column: Column): FilePlace;
}

export type JudgeRow = (row: NamedRow) => MesureLue | undefined;

/** What is not a fault of the whole file is told of its cell; a row that has one gives nothing. */
export function createRowJudge(
  demande: Demande,
  fautes: Findings<Faute>,
  remarques: Findings<Remarque>,
): JudgeRow {
  const territoires = new Set(demande.territoires.map(({ code }) => code));
  const cellules = groupByExigence(demande.cellules);
  const periodes = new Set(demande.periodes);
  const presentes = new Set(demande.presentes.map(placeKey));
  const linesOf = new Map<string, number>();
  const otherCanevas = new Set<string>();

  const fault = (
    row: NamedRow,
    column: Column,
    code: CodeFaute,
    said: { attendu: string; remede: string },
  ): undefined => {
    const cell = row.cell(column);
    const lue = cell?.value === undefined ? null : shorten(sayValue(cell));
    fautes.add({ ...row.place(column), code, lue, attendu: said.attendu, remede: said.remede });
  };

  /** A cell that was computed; its formula is told. */
  const read = (row: NamedRow, column: Column): FileCell | undefined => {
    const cell = row.cell(column);
    if (cell === undefined) return undefined;
    if (cell.value === undefined)
      return fault(row, column, 'FORMULE_SANS_VALEUR', {
        attendu: 'une valeur, et non une formule jamais calculée',
        remede: `Ouvrez le classeur dans votre tableur et enregistrez-le, ou remplacez « =${shorten(cell.formula)} » par sa valeur.`,
      });
    if (cell.formula !== undefined)
      remarques.add({
        ...row.place(column),
        code: 'FORMULE_LUE',
        lue: shorten(`=${cell.formula}`),
        compris: `la valeur que le tableur en avait calculée : ${sayValue(cell)}`,
      });
    return cell;
  };

  const readCode = (row: NamedRow, column: Column): string => {
    const cell = read(row, column);
    return cell === undefined ? '' : sayValue(cell).trim();
  };

  const readTerritoire = (row: NamedRow): string | undefined => {
    const said = readCode(row, 'territoire');
    if (territoires.has(said)) return said;
    const whole = /^\d{1,4}$/.test(said) ? said.padStart(5, '0') : said;
    if (said === '')
      return fault(row, 'territoire', 'CODE_MANQUANT', {
        attendu: 'le code à cinq chiffres d’un de vos territoires',
        remede: 'Donnez-le, ou videz toute la ligne.',
      });
    if (!territoires.has(whole))
      return fault(row, 'territoire', 'TERRITOIRE_INCONNU', {
        attendu: `un des ${territoires.size} territoires de l’établissement ${demande.etablissement.code}`,
        remede: `Les vôtres sont : ${listSome([...territoires])}.`,
      });
    remarques.add({
      ...row.place('territoire'),
      code: 'ZEROS_RETABLIS',
      lue: said,
      compris: `le territoire ${whole} : le tableur ôte les zéros de tête d’un nombre`,
    });
    return whole;
  };

  const readCellule = (row: NamedRow): CelluleDemandee | undefined => {
    const exigence = readCode(row, 'exigence').toUpperCase();
    const volets = cellules.get(exigence);
    if (exigence === '')
      return fault(row, 'exigence', 'CODE_MANQUANT', {
        attendu: 'le code d’une exigence du canevas',
        remede: 'Donnez-le, ou videz toute la ligne.',
      });
    if (volets === undefined)
      return fault(row, 'exigence', 'EXIGENCE_NON_DEMANDEE', {
        attendu: `une exigence du canevas ${demande.campagne.canevas}`,
        remede: `Il demande : ${listSome([...cellules.keys()])}.`,
      });
    const said = readCode(row, 'volet');
    const cellule = volets.find(({ volet }) => toName(volet ?? '') === toName(said));
    return (
      cellule ??
      fault(row, 'volet', 'VOLET_NON_DEMANDE', {
        attendu: volets
          .map(({ volet }) => (volet === null ? 'une cellule vide' : `« ${volet} »`))
          .join(' ou '),
        remede: `Dites de quel volet de ${exigence} est la mesure.`,
      })
    );
  };

  const readPeriode = (row: NamedRow): string | undefined => {
    const cell = read(row, 'periode');
    const said = cell === undefined ? '' : sayValue(cell).trim().toUpperCase();
    if (periodes.has(said)) return said;
    const code = said === '' ? 'CODE_MANQUANT' : 'PERIODE_NON_DEMANDEE';
    return fault(row, 'periode', cell?.value instanceof Date ? 'DATE_INATTENDUE' : code, {
      attendu: `une période de la campagne ${demande.campagne.code}`,
      remede: `Elle demande : ${listSome([...periodes])}.`,
    });
  };

  const readFigure = (
    row: NamedRow,
    column: 'valeur' | 'numerateur' | 'denominateur',
  ): number | undefined => {
    const cell = read(row, column);
    if (cell === undefined) return undefined;
    const number = readNumber(cell);
    if ('code' in number) return fault(row, column, number.code, number);
    if (number.isAmbiguous)
      remarques.add({
        ...row.place(column),
        code: 'SEPARATEUR_AMBIGU',
        lue: sayValue(cell),
        compris: `${number.nombre.toLocaleString('fr-CA', { maximumFractionDigits: 3 })} : une seule virgule, ou un seul point, sépare les décimales`,
      });
    return number.nombre;
  };

  const readJustification = (row: NamedRow): string | undefined => {
    const said = readCode(row, 'justification');
    if (said.length > LONGEST_JUSTIFICATION)
      return fault(row, 'justification', 'JUSTIFICATION_TROP_LONGUE', {
        attendu: `au plus ${LONGEST_JUSTIFICATION} caractères`,
        remede: 'Abrégez-la.',
      });
    const refusal = refuseText(said);
    if (refusal !== undefined)
      return fault(row, 'justification', 'TEXTE_ILLISIBLE', {
        attendu: 'des mots qui se lisent, ou rien',
        remede: `Récrivez cette cellule, ou videz-la : ${refusal}`,
      });
    return said === '' ? undefined : said;
  };

  const readStatut = (row: NamedRow): StatutSansValeur | typeof RETIRER | undefined => {
    const said = readCode(row, 'statut');
    if (said === '') return undefined;
    const name = toName(said).toUpperCase();
    return (
      STATUTS_DITS.find((statut) => statut === name) ??
      fault(row, 'statut', 'STATUT_INCONNU', {
        attendu: `${STATUTS_DITS.join(', ')}, ou rien quand il y a une valeur`,
        remede: 'Laissez la cellule vide si la ligne donne une valeur, ou si elle ne donne rien.',
      })
    );
  };

  const checkUnite = (row: NamedRow, { unite }: CelluleDemandee): void => {
    const said = readCode(row, 'unite');
    if (said !== '' && said !== unite)
      fault(row, 'unite', 'UNITE_DIFFERENTE', {
        attendu: `« ${unite} », l’unité de cette exigence`,
        remede: 'Convertissez la valeur, et rétablissez l’unité.',
      });
  };

  /** Said once a canevas: every row of an old file names the same. */
  const checkCanevas = (row: NamedRow): void => {
    const said = readCode(row, 'canevas');
    if (said === '' || said === demande.campagne.canevas || otherCanevas.has(said)) return;
    otherCanevas.add(said);
    fault(row, 'canevas', 'CANEVAS_DIFFERENT', {
      attendu: `${demande.campagne.canevas}, que suit la campagne ${demande.campagne.code}`,
      remede: 'Prenez un fichier à jour (GET /depots/modele), et reportez-y vos valeurs.',
    });
  };

  const checkRepeated = (row: NamedRow, place: MesurePlace): void => {
    const key = placeKey(place);
    const first = linesOf.get(key);
    if (first === undefined) linesOf.set(key, row.ligne);
    else
      fault(row, 'territoire', 'MESURE_REPETEE', {
        attendu: 'une seule ligne par territoire, exigence, volet et période',
        remede: `La ligne ${first} donne la même mesure : n’en gardez qu’une.`,
      });
  };

  /** What was entered at another period before it was asked once is taken back, and no longer given. */
  const checkFrequence = (
    row: NamedRow,
    { cellule, periode, said }: { cellule: CelluleDemandee; periode: string; said: Said },
  ): void => {
    const asked = periodesOf(cellule, demande.periodes);
    if (said.statut === RETIRER || asked.includes(periode)) return;
    fault(row, 'periode', 'PERIODE_NON_DEMANDEE', {
      attendu: `${cellule.exigence} une fois par exercice, à la treizième période`,
      remede:
        asked.length === 0
          ? `La campagne ${demande.campagne.code} ne la demande pas : videz cette ligne.`
          : `Donnez-la à ${listSome(asked)} seulement, et videz cette ligne.`,
    });
  };

  const checkFigures = (row: NamedRow, said: Said): void => {
    const { valeur, statut, numerateur, denominateur } = said;
    if (valeur !== undefined && statut !== undefined)
      fault(row, 'statut', 'VALEUR_ET_STATUT', {
        attendu: 'une valeur, ou un statut qui en tient lieu',
        remede: 'Videz l’un des deux.',
      });
    const hasNumerateur = row.cell('numerateur') !== undefined;
    if (hasNumerateur !== (row.cell('denominateur') !== undefined))
      fault(row, hasNumerateur ? 'denominateur' : 'numerateur', 'FRACTION_INCOMPLETE', {
        attendu: 'un numérateur et un dénominateur, ou aucun des deux',
        remede: 'Donnez l’autre, ou videz celui-ci.',
      });
    if (row.cell('valeur') === undefined && row.cell('statut') === undefined)
      fault(row, 'valeur', 'VALEUR_MANQUANTE', {
        attendu: 'la valeur que cette fraction donne, dans l’unité de la ligne',
        remede: 'Donnez-la : Palier ne la calcule pas à votre place.',
      });
    if (statut !== undefined && (numerateur !== undefined || denominateur !== undefined))
      fault(row, 'statut', 'VALEUR_ET_STATUT', {
        attendu: 'un statut seul, sans valeur, numérateur ni dénominateur',
        remede: 'Videz le statut, ou les nombres.',
      });
  };

  return (row) => {
    if (isEmpty(row)) return undefined;
    const before = fautes.total;
    checkCanevas(row);
    const territoire = readTerritoire(row);
    const cellule = readCellule(row);
    const periode = readPeriode(row);
    if (cellule !== undefined) checkUnite(row, cellule);
    const said: Said = {
      valeur: readFigure(row, 'valeur'),
      statut: readStatut(row),
      numerateur: readFigure(row, 'numerateur'),
      denominateur: readFigure(row, 'denominateur'),
      justification: readJustification(row),
    };
    checkFigures(row, said);
    if (cellule !== undefined && periode !== undefined) checkFrequence(row, { cellule, periode, said });
    if (territoire === undefined || cellule === undefined || periode === undefined) return undefined;
    const place = { territoire, exigence: cellule.exigence, volet: cellule.volet, periode };
    checkRepeated(row, place);
    if (fautes.total > before) return undefined;
    if (said.statut === RETIRER && !presentes.has(placeKey(place)))
      remarques.add({
        ...row.place('statut'),
        code: 'RETRAIT_SANS_EFFET',
        lue: RETIRER,
        compris: 'rien à retirer : votre brouillon ne porte pas cette mesure',
      });
    return {
      ...place,
      ligne: row.ligne,
      rang: row.rang,
      estRetiree: said.statut === RETIRER,
      ...toDite(said),
    };
  };
}

interface Said {
  readonly valeur: number | undefined;
  readonly statut: StatutSansValeur | typeof RETIRER | undefined;
  readonly numerateur: number | undefined;
  readonly denominateur: number | undefined;
  readonly justification: string | undefined;
}

const toDite = ({ valeur, statut, numerateur, denominateur, justification }: Said): MesureDite => ({
  valeur: valeur ?? null,
  statut: statut === undefined || statut === RETIRER ? null : statut,
  numerateur: numerateur ?? null,
  denominateur: denominateur ?? null,
  justification: justification ?? null,
});

/** Nothing is given by a row that its author left as the modele made it: that is no zero, and no « aucun cas ». */
const isEmpty = (row: NamedRow): boolean => DITE.every((column) => row.cell(column) === undefined);

function groupByExigence(cellules: readonly CelluleDemandee[]): Map<string, CelluleDemandee[]> {
  const groups = new Map<string, CelluleDemandee[]>();
  for (const cellule of cellules)
    groups.set(cellule.exigence, [...(groups.get(cellule.exigence) ?? []), cellule]);
  return groups;
}

const MOST_LISTED = 15;

const listSome = (codes: readonly string[]): string =>
  codes.length <= MOST_LISTED
    ? codes.join(', ')
    : `${codes.slice(0, MOST_LISTED).join(', ')}, et ${codes.length - MOST_LISTED} autres`;

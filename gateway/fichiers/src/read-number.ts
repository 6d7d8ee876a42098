import { isKeptFigure, KEPT_FIGURE } from '@palier/calls/entered';
import { doubleOf } from '@palier/calls/json/held-numbers';
import type { FileCell } from './file-row.ts';

/** Why it is no number that is kept. */
type NumberFault =
  | 'DATE_INATTENDUE'
  | 'ERREUR_DE_CALCUL'
  | 'NOMBRE_HORS_BORNES'
  | 'NOMBRE_ILLISIBLE'
  | 'POURCENTAGE_INATTENDU';

export type NumberRead =
  | {
      readonly nombre: number;
      /** Whether it may be read otherwise: « 1,234 ». */
      readonly isAmbiguous?: true;
      /** Whether more digits were written than a double holds. */
      readonly isRounded?: true;
    }
  | { readonly code: NumberFault; readonly attendu: string; readonly remede: string };

/** Spaces that separate thousands: ordinary, no-break, narrow no-break, thin, figure. */
const SPACES = /[ \u00a0\u202f\u2009\u2007]/g;
const GROUPED_BY_SPACE = /^-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
const FRENCH_OR_GERMAN = /^-?\d{1,3}(?:\.\d{3})+,\d+$/;
const ENGLISH = /^-?\d{1,3}(?:,\d{3})+\.\d+$/;
const MANY_GROUPS = /^-?\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/;
const MAYBE_GROUPED = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const ERROR = /^#(?:[A-Z0-9/]+[!?]?|N\/A)$/i;
const DAY = /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})(?:[ T].*)?$/;

const NUMBER = 'un nombre, à virgule ou à point décimal : « 1234,5 »';

/** A number as people write it. Nothing is guessed: what is no number is said so, with what to do. */
export function readNumber({ value, isPercent }: FileCell): NumberRead {
  if (value instanceof Date)
    return refuse(
      'DATE_INATTENDUE',
      'Le tableur en a fait une date : mettez la cellule au format Nombre, puis saisissez de nouveau.',
    );
  if (typeof value === 'boolean') return refuse('NOMBRE_ILLISIBLE', 'Remplacez VRAI ou FAUX par un nombre.');
  if (isPercent === true) return refusePercent();
  return typeof value === 'number' ? bound(value) : readText(value);
}

function readText(value: string): NumberRead {
  if (ERROR.test(value))
    return refuse(
      'ERREUR_DE_CALCUL',
      'Le tableur n’a pas pu calculer cette cellule : corrigez sa formule, ou saisissez le nombre.',
    );
  if (DAY.test(value)) return refuse('DATE_INATTENDUE', 'Remplacez la date par un nombre.');
  if (/%$/.test(value)) return refusePercent();
  const text = value.replace(/^[−–]/, '-').replace(SPACES, ' ');
  if (PLAIN.test(text)) {
    const nombre = toNumber(text.replace(',', '.'));
    return MAYBE_GROUPED.test(text) && 'nombre' in nombre ? { ...nombre, isAmbiguous: true } : nombre;
  }
  if (GROUPED_BY_SPACE.test(text)) return toNumber(text.replaceAll(' ', '').replace(',', '.'));
  if (FRENCH_OR_GERMAN.test(text)) return toNumber(text.replaceAll('.', '').replace(',', '.'));
  if (ENGLISH.test(text)) return toNumber(text.replaceAll(',', ''));
  if (MANY_GROUPS.test(text)) return toNumber(text.replace(/[.,]/g, ''));
  return refuse('NOMBRE_ILLISIBLE', remedyOf(value));
}

function toNumber(text: string): NumberRead {
  const read = bound(Number(text));
  return 'nombre' in read && doubleOf(text) === undefined ? { ...read, isRounded: true } : read;
}

/** What an act keeps. */
const bound = (nombre: number): NumberRead =>
  isKeptFigure(nombre)
    ? { nombre }
    : {
        code: 'NOMBRE_HORS_BORNES',
        attendu: KEPT_FIGURE,
        remede: 'Vérifiez l’unité, et la virgule : aucune mesure n’est si grande, ni si petite.',
      };

/** What people write where they have no number: each is another thing, to be said in `statut`. */
function remedyOf(value: string): string {
  if (/^(?:-|—|–|n\/?[adso]\.?|s\.?[ou]\.?|nd|nsp|\.+|x|aucun.*|néant|nil)$/i.test(value))
    return 'Laissez la cellule vide si vous ne donnez rien ; sinon dites-le dans la colonne « statut » : AUCUN_CAS, NON_DISPONIBLE ou SUPPRIMEE. Zéro s’écrit 0.';
  if (/^<\s*\d/.test(value))
    return 'Un petit nombre retenu se dit par SUPPRIMEE dans la colonne « statut », sans valeur.';
  if (/^[\d.,\s-]+e[+-]?\d+$/i.test(value))
    return 'Le tableur l’a abrégé : mettez la cellule au format Nombre, puis enregistrez de nouveau.';
  return 'Écrivez le nombre seul, sans unité ni autre lettre.';
}

const refusePercent = (): NumberRead => ({
  code: 'POURCENTAGE_INATTENDU',
  attendu: 'un nombre, dans l’unité de la ligne, qui n’est pas un pourcentage',
  remede:
    'Donnez la valeur dans son unité, et la fraction dans « numerateur » et « denominateur » s’il y a lieu.',
});

const refuse = (code: NumberFault, remede: string): NumberRead => ({ code, attendu: NUMBER, remede });

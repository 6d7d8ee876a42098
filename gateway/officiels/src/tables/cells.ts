import { readNumber } from '@palier/fichiers/read-number';
import type { Releve } from './releve.ts';

/** One cell of a file, and where it stands. */
export interface Cell {
  readonly ligne: number;
  readonly colonne: string;
  readonly value: unknown;
}

/** Spaces of every kind around and within: no-break ones come with what is copied from a page. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return String(value)
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\u2007\u2009]+/g, ' ')
    .trim();
}

/** A code of so many digits; zeros that a spreadsheet took are given back, and that is remarked. */
export function readCode(
  { ligne, colonne, value }: Cell,
  length: number,
  releve: Releve,
): string | undefined {
  const text = toText(value);
  const attendu = `un code de ${length} chiffre${length > 1 ? 's' : ''}`;
  if (text === '') {
    releve.refuse({
      ligne,
      colonne,
      code: 'VALEUR_MANQUANTE',
      attendu,
      remede: 'Donnez le code, ou retirez la ligne.',
    });
    return undefined;
  }
  if (!/^\d+$/.test(text) || text.length > length) {
    releve.refuse({
      ligne,
      colonne,
      code: 'CODE_ILLISIBLE',
      lue: text,
      attendu,
      remede: 'Mettez la colonne au format Texte, puis écrivez le code entier.',
    });
    return undefined;
  }
  if (text.length === length) return text;
  const whole = text.padStart(length, '0');
  releve.remark({ ligne, colonne, code: 'ZEROS_RETABLIS', lue: text, compris: whole });
  return whole;
}

/** A whole number of persons or of years; negative ones are refused. */
export function readCount({ ligne, colonne, value }: Cell, releve: Releve): number | undefined {
  const text = toText(value);
  const at = { ligne, colonne, lue: text, attendu: 'un nombre entier, zéro ou plus' } as const;
  if (text === '') {
    releve.refuse({ ...at, code: 'VALEUR_MANQUANTE', remede: 'Écrivez le nombre ; zéro s’écrit 0.' });
    return undefined;
  }
  const read = readNumber({ value: typeof value === 'number' || value instanceof Date ? value : text });
  if (!('nombre' in read) || !Number.isInteger(read.nombre)) {
    const remede = 'remede' in read ? read.remede : 'Écrivez un nombre entier, sans décimale.';
    releve.refuse({ ...at, code: 'NOMBRE_ILLISIBLE', remede });
    return undefined;
  }
  // « 2.000 » may be two, or two thousand.
  if (read.isAmbiguous === true) {
    const whole = text.replace(/[.,]/, '');
    releve.refuse({
      ...at,
      code: 'NOMBRE_ILLISIBLE',
      remede: `Écrivez ${whole} ou ${Number.parseInt(text, 10)}, sans point ni virgule.`,
    });
    return undefined;
  }
  if (read.nombre < 0) {
    releve.refuse({ ...at, code: 'NOMBRE_NEGATIF', remede: 'Corrigez le nombre dans le fichier.' });
    return undefined;
  }
  return read.nombre;
}

/** What a text means, by the words of the file. */
export function readWord<Meaning>(
  { ligne, colonne, value }: Cell,
  words: ReadonlyMap<string, Meaning>,
  releve: Releve,
): Meaning | undefined {
  const text = toText(value);
  const meaning = words.get(text.toLowerCase());
  if (meaning !== undefined) return meaning;
  releve.refuse({
    ligne,
    colonne,
    code: text === '' ? 'VALEUR_MANQUANTE' : 'VALEUR_INCONNUE',
    lue: text,
    attendu: `l’un de : ${[...words.keys()].filter((word) => word !== '').join(', ')}`,
    remede: 'Écrivez l’un de ces mots.',
  });
  return undefined;
}

/** A day, ISO 8601, of the ways in which the published files write them. */
export function readDay({ ligne, colonne, value }: Cell, releve: Releve): string | undefined {
  const text = toText(value);
  const found = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[ T].*)?$/.exec(text);
  const day = found === null ? '' : found.slice(1, 4).join('-');
  const time = Date.parse(`${day}T00:00:00Z`);
  // The 31st of a month of thirty days is no day, though it is read as one.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day !== '') return day;
  releve.refuse({
    ligne,
    colonne,
    code: 'DATE_ILLISIBLE',
    lue: text,
    attendu: 'un jour : « 2015-04-01 », « 2015/04/01 » ou « 20150401 »',
    remede: 'Corrigez la date dans le fichier.',
  });
  return undefined;
}

/** A position in degrees, decimal point or comma. */
export function readDegrees(
  { ligne, colonne, value }: Cell,
  [lowest, highest]: readonly [number, number],
  releve: Releve,
): string | undefined {
  const text = toText(value);
  const read = readNumber({ value: text });
  if ('nombre' in read && read.nombre >= lowest && read.nombre <= highest) return String(read.nombre);
  releve.refuse({
    ligne,
    colonne,
    code: 'NOMBRE_ILLISIBLE',
    lue: text,
    attendu: `des degrés, de ${lowest} à ${highest}`,
    remede: 'Corrigez la coordonnée ; laissez la cellule vide si elle n’est pas connue.',
  });
  return undefined;
}

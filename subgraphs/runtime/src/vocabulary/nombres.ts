/** Numbers that texts write in letters, without accents. « Un » is left out: it is an article far more often. */
const NOMBRES: ReadonlyMap<string, number> = new Map([
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['onze', 11],
  ['douze', 12],
  ['treize', 13],
  ['quatorze', 14],
  ['quinze', 15],
  ['seize', 16],
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['cent', 100],
]);

/** The number that a word says, in digits or in letters: « vingt-quatre » is 24, « quatre-vingt-dix » is 90. */
export function readNombre(mot: string): number | undefined {
  if (/^\d{1,9}$/.test(mot)) return Number(mot);
  let total = 0;
  for (const part of mot.split('-')) {
    const nombre = NOMBRES.get(part);
    if (nombre === undefined) return undefined;
    total = nombre === 20 && total === 4 ? 80 : total + nombre;
  }
  return total;
}

/** A unit, as it is kept after its number, and as its word is written. */
export interface Unite {
  readonly signe: string;
  readonly mot: string;
}

const HEURE: Unite = { signe: 'h', mot: 'heures' };
const MINUTE: Unite = { signe: 'min', mot: 'minutes' };
const JOUR: Unite = { signe: 'j', mot: 'jours' };
const SEMAINE: Unite = { signe: 'sem', mot: 'semaines' };

/** However a unit is written after a number: « 2 h », « 2 heures » and « 2h » are one measure. */
export const UNITES: ReadonlyMap<string, Unite> = new Map([
  ['h', HEURE],
  ['heure', HEURE],
  ['heures', HEURE],
  ['min', MINUTE],
  ['mn', MINUTE],
  ['minute', MINUTE],
  ['minutes', MINUTE],
  ['j', JOUR],
  ['jour', JOUR],
  ['jours', JOUR],
  ['sem', SEMAINE],
  ['semaine', SEMAINE],
  ['semaines', SEMAINE],
  ['%', { signe: '%', mot: 'pourcentage' }],
]);

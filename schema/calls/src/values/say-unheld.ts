/** Names of fields, and ranks in lists. */
export type ValuePath = readonly (string | number)[];

const LONGEST_SAID = 40;

/**
 * Why a number cannot be taken to the digit, in one French sentence.
 * @param place where it is given, as `sayPlace` says it; empty when nothing names it
 */
export function sayUnheld(number: string, place: string): string {
  const shown = number.length > LONGEST_SAID ? `${number.slice(0, LONGEST_SAID)}…` : number;
  const said = place === '' ? `Le nombre ${shown}` : `Le nombre ${shown}, en « ${place} »,`;
  return Number.isFinite(Number(number))
    ? `${said} perdrait des chiffres : il en est gardé 15, et jusqu’à 17 selon sa valeur. Arrondissez-le.`
    : `${said} est hors limites.`;
}

/** A place as people write it: `mesures[0].valeur`. */
export const sayPlace = (place: ValuePath): string =>
  place
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

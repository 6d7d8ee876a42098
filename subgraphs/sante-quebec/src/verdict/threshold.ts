import type { Comparateur } from '@palier/runtime/exigence-enums';
import type { Threshold } from './judgement.ts';

const COMPARISONS: Readonly<
  Record<Comparateur, { readonly words: string; readonly holds: (value: number, limit: number) => boolean }>
> = {
  INFERIEUR: { words: 'moins de', holds: (value, limit) => value < limit },
  INFERIEUR_OU_EGAL: { words: 'au plus', holds: (value, limit) => value <= limit },
  EGAL: { words: 'exactement', holds: (value, limit) => value === limit },
  SUPERIEUR_OU_EGAL: { words: 'au moins', holds: (value, limit) => value >= limit },
  SUPERIEUR: { words: 'plus de', holds: (value, limit) => value > limit },
};

/** The most that a unit can count: a week has 168 hours; a year of 366 days is brought back to 365, as the indicateur and the rule say. */
const MOST: Readonly<Record<string, number>> = { 'h/sem': 168, 'j/an': 365 };

// Made once: each toLocaleString would look its format up again, for every measure of a campagne.
// All the digits of a double: one rounded to the threshold that it misses would deny its own verdict.
const FRENCH = new Intl.NumberFormat('fr-CA', { maximumSignificantDigits: 21 });

export function sayNumber(value: number): string {
  return FRENCH.format(value);
}

/** Whether a value respects « comparateur limit ». */
export function isMet(value: number, comparateur: Comparateur, limit: number): boolean {
  return COMPARISONS[comparateur].holds(value, limit);
}

/** Whether a value can have been counted in the unit at all. */
export function isPossible(value: number, unite: string | null): boolean {
  return value >= 0 && value <= (mostOf(unite) ?? Infinity);
}

/** The most that a unit can count; null when nothing bounds it. */
export const mostOf = (unite: string | null): number | null => MOST[unite ?? ''] ?? null;

export function sayUnitBounds(unite: string | null): string {
  const most = mostOf(unite);
  return most === null
    ? 'La valeur est négative : aucune mesure ne l’est.'
    : `La valeur sort de ce que l’unité « ${unite ?? ''} » peut compter, de 0 à ${sayNumber(most)}.`;
}

/** A threshold in French: « au plus 4 min, pour 90 % »; a bare value is said bare, a mere bound in the words of its text. */
export function sayThreshold({ valeur, comparateur, unite, part, condition, texte }: Threshold): string {
  if (condition != null && texte !== undefined) return texte;
  const words = comparateur === null ? null : COMPARISONS[comparateur].words;
  const amount = [words, valeur === null ? null : sayNumber(valeur), unite].filter(Boolean).join(' ');
  return part === null ? amount : `${amount}, pour ${part} %`;
}

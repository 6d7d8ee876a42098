import type { Comparateur } from '@palier/runtime/exigence-enums';
import type { Threshold } from './judge.ts';

const COMPARISONS: Readonly<
  Record<Comparateur, { readonly words: string; readonly holds: (value: number, limit: number) => boolean }>
> = {
  INFERIEUR: { words: 'moins de', holds: (value, limit) => value < limit },
  INFERIEUR_OU_EGAL: { words: 'au plus', holds: (value, limit) => value <= limit },
  EGAL: { words: 'exactement', holds: (value, limit) => value === limit },
  SUPERIEUR_OU_EGAL: { words: 'au moins', holds: (value, limit) => value >= limit },
  SUPERIEUR: { words: 'plus de', holds: (value, limit) => value > limit },
};

// Made once: each toLocaleString would look its format up again, for every measure of a campagne.
const FRENCH = new Intl.NumberFormat('fr-CA');

export function sayNumber(value: number): string {
  return FRENCH.format(value);
}

/** Whether a value respects « comparateur limit ». */
export function isMet(value: number, comparateur: Comparateur, limit: number): boolean {
  return COMPARISONS[comparateur].holds(value, limit);
}

/** A threshold in French: « au plus 4 min, pour 90 % »; a bare value is said bare. */
export function sayThreshold({ valeur, comparateur, unite, part }: Threshold): string {
  const words = comparateur === null ? null : COMPARISONS[comparateur].words;
  const amount = [words, valeur === null ? null : sayNumber(valeur), unite].filter(Boolean).join(' ');
  return part === null ? amount : `${amount}, pour ${part} %`;
}

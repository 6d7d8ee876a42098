const DIACRITICS = /\p{M}/gu;

/** Letters as they are looked for: small, and without accents. */
export const foldText = (text: string): string => text.toLowerCase().normalize('NFD').replace(DIACRITICS, '');

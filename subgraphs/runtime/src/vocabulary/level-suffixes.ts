import type { CodePalier } from './paliers.ts';

/** How the fields that each level has of its own end: « journalMsss », « differencesMsss ». */
export const LEVEL_SUFFIXES: Readonly<Record<CodePalier, string>> = {
  MSSS: 'Msss',
  SANTE_QUEBEC: 'SanteQuebec',
  ETABLISSEMENT: 'Etablissements',
};

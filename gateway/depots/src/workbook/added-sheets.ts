import { DITE } from '../demande/demande.ts';

/** The sheets that a look adds, each under its header, by which one of a former look is known. */
export const ADDED = {
  Fautes: ['Ligne', 'Colonne', 'Cellule', 'Faute', 'Lu', 'Attendu', 'Remède'],
  Remarques: ['Ligne', 'Colonne', 'Cellule', 'Remarque', 'Lu', 'Compris'],
  Différence: [
    'nature',
    'ligne',
    'territoire',
    'exigence',
    'volet',
    'periode',
    ...DITE.map((name) => `${name}_avant`),
    ...DITE.map((name) => `${name}_apres`),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

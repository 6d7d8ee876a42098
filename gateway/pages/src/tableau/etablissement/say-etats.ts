/** Where what is due stands, in the order in which it goes. */
export const ETATS_OBLIGATION = [
  'ATTENDUE',
  'RECUE',
  'A_TEMPS',
  'EN_RETARD',
  'RETOURNEE',
  'CONSOLIDEE',
  'ABSENTE',
] as const;

export type EtatObligation = (typeof ETATS_OBLIGATION)[number];

/** As many are named, and as one is. */
const OBLIGATIONS: Readonly<Record<EtatObligation, readonly [many: string, one: string]>> = {
  ATTENDUE: ['Attendues', 'Attendue'],
  RECUE: ['Reçues, sans échéance', 'Reçue, sans échéance'],
  A_TEMPS: ['Reçues à temps', 'Reçue à temps'],
  EN_RETARD: ['En retard', 'En retard'],
  RETOURNEE: ['Retournées', 'Retournée'],
  CONSOLIDEE: ['Consolidées', 'Consolidée'],
  ABSENTE: ['Absentes à la clôture', 'Absente à la clôture'],
};

export const sayObligation = (etat: EtatObligation): string => OBLIGATIONS[etat][0];

export const sayOneObligation = (etat: EtatObligation): string => OBLIGATIONS[etat][1];

/** What is looked at: those of one state, or all. */
export type EtatRegarde = EtatObligation | 'TOUTES';

export const isEtatObligation = (text: string): text is EtatObligation =>
  (ETATS_OBLIGATION as readonly string[]).includes(text);

const REDDITIONS: Readonly<Record<string, string>> = {
  SAISIE: 'en cours de saisie',
  SOUMISE: 'soumise',
  RETIREE: 'retirée',
};

export const sayReddition = (etat: string): string => REDDITIONS[etat] ?? etat;

const EXAMENS: Readonly<Record<string, string>> = {
  RETOURNEE: 'Retournée',
  CONSOLIDEE: 'Consolidée',
  TRANSMISE: 'Transmise au ministère',
};

export const sayExamen = (statut: string): string => EXAMENS[statut] ?? statut;

/**
 * The lists of the root that nothing fills at birth: nobody has declared any yet, and the demonstration makes none up. A
 * list that is not named here gives facts, and cursors; one that is named gives none.
 */
export const EMPTY_AT_BIRTH: readonly string[] = [
  'bilanQuebecAbsence',
  'constats',
  'demandesModification',
  'differencesEtablissements',
  'differencesMsss',
  'differencesSanteQuebec',
  'ententes',
  'etablissementsPublies',
  'imports',
  'installationsPubliees',
  'journalEtablissements',
  'journalMsss',
  'journalSanteQuebec',
  'redditions',
  'territoireParCodePostal',
];

export const EMPTY_AT_BIRTH_FILE = 'test/invariants/empty-at-birth.ts';

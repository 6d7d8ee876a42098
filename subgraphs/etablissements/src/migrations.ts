/** From the first to the last: a migration only goes forward. */
export * as '001-mesures' from '../migrations/001-mesures.ts';
export * as '002-organisation' from '../migrations/002-organisation.ts';
export * as '003-demarches' from '../migrations/003-demarches.ts';
export * as '004-actes-reddition' from '../migrations/004-actes-reddition.ts';
export * as '005-campagnes-d-une-mesure' from '../migrations/005-campagnes-d-une-mesure.ts';
export * as '006-regles' from '../migrations/006-regles.ts';
export * as '007-selections' from '../migrations/007-selections.ts';
export * as '008-listes' from '../migrations/008-listes.ts';
export * as '009-listes-de-mesures' from '../migrations/009-listes-de-mesures.ts';
export * as '010-lignes-d-une-mesure' from '../migrations/010-lignes-d-une-mesure.ts';
export * as '011-figures-seules' from '../migrations/011-figures-seules.ts';
export * as '012-secret-depot' from '../migrations/012-secret-depot.ts';
export * as '013-volet-nomme' from '../migrations/013-volet-nomme.ts';
export * as '014-acte-de-soumission' from '../migrations/014-acte-de-soumission.ts';

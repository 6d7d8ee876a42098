/** From the first to the last: a migration only goes forward. */
export * as '001-etablissements' from '../migrations/001-etablissements.ts';
export * as '002-indicateurs' from '../migrations/002-indicateurs.ts';
export * as '003-campagnes' from '../migrations/003-campagnes.ts';
export * as '004-suites' from '../migrations/004-suites.ts';
export * as '005-actes-canevas' from '../migrations/005-actes-canevas.ts';
export * as '006-actes-campagne' from '../migrations/006-actes-campagne.ts';
export * as '007-releves' from '../migrations/007-releves.ts';
export * as '008-regles' from '../migrations/008-regles.ts';
export * as '009-ruisss-des-bilans' from '../migrations/009-ruisss-des-bilans.ts';
export * as '010-consolidee-fermee' from '../migrations/010-consolidee-fermee.ts';
export * as '011-verdicts-reserves' from '../migrations/011-verdicts-reserves.ts';
export * as '012-periodes-comptees' from '../migrations/012-periodes-comptees.ts';
export * as '013-secret-consolidation' from '../migrations/013-secret-consolidation.ts';
export * as '014-attendues' from '../migrations/014-attendues.ts';
export * as '015-lignes-retenues' from '../migrations/015-lignes-retenues.ts';

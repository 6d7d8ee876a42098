/** From the first to the last: a migration only goes forward. */
export * as '001-territoires' from '../migrations/001-territoires.ts';
export * as '002-gouvernance' from '../migrations/002-gouvernance.ts';
export * as '003-standards' from '../migrations/003-standards.ts';
export * as '004-recherche' from '../migrations/004-recherche.ts';
export * as '005-arrimage-mandats' from '../migrations/005-arrimage-mandats.ts';
export * as '006-appreciations' from '../migrations/006-appreciations.ts';
export * as '007-enonces' from '../migrations/007-enonces.ts';
export * as '008-recherche-racines' from '../migrations/008-recherche-racines.ts';
export * as '009-principe-enonce' from '../migrations/009-principe-enonce.ts';
export * as '010-validite-des-territoires' from '../migrations/010-validite-des-territoires.ts';
export * as '011-textes' from '../migrations/011-textes.ts';
export * as '012-importations' from '../migrations/012-importations.ts';
export * as '013-limites' from '../migrations/013-limites.ts';
export * as '014-element-renvois' from '../migrations/014-element-renvois.ts';
export * as '015-selections' from '../migrations/015-selections.ts';
export * as '016-dependances' from '../migrations/016-dependances.ts';

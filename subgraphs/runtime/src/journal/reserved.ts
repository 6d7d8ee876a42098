import { toCanonicalJson } from './acte-digest.ts';

/** What stands for the content of an act, for whoever does not read it. */
export const sayReserved = (reserve: string): string => toCanonicalJson({ reserve });

/** Whether it is that, and no content: a leaf names the whole. */
export const isReserved = (contenu: string): boolean => /^\{"reserve":"(?:[^"\\]|\\.)*"\}$/.test(contenu);

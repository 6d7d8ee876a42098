import { randomUUID } from 'node:crypto';

declare const PALIER_BUILD: string | undefined;

/** The same for every process of one build; none when run from source. */
const built = typeof PALIER_BUILD === 'string' ? PALIER_BUILD : undefined;

/** Tells one program from another: each its own when run from source. */
export const BUILD: string = built ?? randomUUID();

/** The program that others of its build are too. */
export const SHARED_BUILD: string | undefined = built;

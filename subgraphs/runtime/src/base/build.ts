import { randomUUID } from 'node:crypto';

declare const PALIER_BUILD: string | undefined;

/** The same for every process of one build; none when run from source. */
export const SHARED_BUILD = typeof PALIER_BUILD === 'string' ? PALIER_BUILD : undefined;

/** Tells one program from another: the same for every process of one build, and each its own when run from source. */
export const BUILD: string = SHARED_BUILD ?? randomUUID();

import { randomUUID } from 'node:crypto';

declare const PALIER_BUILD: string | undefined;

/** Tells one program from another: the same for every process of one build, and each its own when run from source. */
export const BUILD: string = typeof PALIER_BUILD === 'string' ? PALIER_BUILD : randomUUID();

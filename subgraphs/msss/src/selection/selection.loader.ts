import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { findKnown } from './selection.queries.ts';

/** Null for a code that Santé Québec gives to nothing, as this level's copy says. */
const createKnownLoader = (table: Parameters<typeof findKnown>[1]) =>
  defineLoader<string, { readonly code: string } | null>(async ({ database }: Reading, codes) =>
    inKeyOrder(codes, await findKnown(database, table, codes), ({ code }) => code),
  );

export const etablissementConnuLoader = createKnownLoader('etablissement_servant');
export const indicateurConnuLoader = createKnownLoader('indicateur_comptant');

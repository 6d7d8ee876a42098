import type { Identity } from '@palier/calls/identity';

/** Whose reserved things somebody reads: those of every établissement, of one by its code, or of none. */
export type ReadsReserved = 'TOUS' | { readonly of: string } | null;

/** Who reads what an établissement has not published, or publishes no more: itself, and Santé Québec, to which it accounts. */
export function readsReserved({ palier, etablissement: own }: Identity): ReadsReserved {
  if (palier === 'SANTE_QUEBEC') return 'TOUS';
  return palier === 'ETABLISSEMENT' && own !== undefined ? { of: own } : null;
}

export function mayReadReserved(identity: Identity, etablissement: string | null): boolean {
  const reads = readsReserved(identity);
  return reads === 'TOUS' || (reads !== null && reads.of === etablissement);
}

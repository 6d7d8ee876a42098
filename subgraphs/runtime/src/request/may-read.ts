import type { Identity } from '@palier/calls/identity';

/** Who reads what an établissement has not published, or publishes no more: itself, and Santé Québec, to which it accounts. */
export const mayReadReserved = (
  { palier, etablissement: own }: Identity,
  etablissement: string | null,
): boolean =>
  palier === 'SANTE_QUEBEC' || (palier === 'ETABLISSEMENT' && own !== undefined && own === etablissement);

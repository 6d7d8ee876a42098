import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface IndicateurRefuseTable {
  standard_code: string;
  raison: 'QUALITE' | 'SEUIL_NON_NUMERIQUE' | 'SANS_SEUIL';
  motif: string;
  exigences: string[];
  provenance: ProvenanceRow;
}

export function listIndicateursRefuses(
  database: Kysely<Tables>,
  raison: IndicateurRefuseTable['raison'] | null,
) {
  return database
    .selectFrom('indicateur_refuse')
    .select(['standard_code', 'raison', 'motif', 'exigences', 'provenance'])
    .$if(raison !== null, (query) => query.where('raison', '=', raison as typeof raison & string))
    .orderBy('standard_code')
    .execute();
}

import type { AbsenceValue } from '@palier/runtime/absence';

export { Absence } from '@palier/runtime/ministry.type';

/** What Santé Québec owes under one of its mandates (S1 to S7); null when the obligation is written outside of them. */
export function owedBySanteQuebec(mandat: string | null, motif: string): AbsenceValue {
  return {
    motif,
    doitRepondre: { code: 'SANTE_QUEBEC' },
    mandat: mandat === null ? null : { code: mandat },
  };
}

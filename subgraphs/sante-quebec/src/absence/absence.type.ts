import { type AbsenceValue, owedBy, type DebtPassage } from '@palier/runtime/absence';

export { Absence } from '@palier/runtime/ministry.type';

/** What Santé Québec owes under one of its mandates (S1 to S7); null when the obligation is written outside of them. */
export function owedBySanteQuebec(mandat: string | null, dit: DebtPassage, motif: string): AbsenceValue {
  return owedBy({ palier: 'SANTE_QUEBEC', mandat, dit }, motif);
}

/** The same, where something has to be deduced for it to be owed. */
export function deducedOfSanteQuebec(mandat: string, motif: string): AbsenceValue {
  return owedBy({ palier: 'SANTE_QUEBEC', mandat, dit: null }, motif);
}

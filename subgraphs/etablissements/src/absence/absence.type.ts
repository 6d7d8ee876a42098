import { type AbsenceValue, owedBy } from '@palier/runtime/absence';

export { Absence } from '@palier/runtime/ministry.type';

/** What an établissement owes under one of its mandates (E1 to E12), where something has to be deduced for it to be owed; `owedIn` says for whom it holds. */
export function deducedOfEtablissement(mandat: string, motif: string): AbsenceValue {
  return owedBy({ palier: 'ETABLISSEMENT', mandat, dit: null }, motif);
}

import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import type { StatutExigence } from '@palier/runtime/exigence-enums';

/** Why an exigence has no regional value to declare; null where document 003 defers to the regions: there it is owed. */
export const SANS_VALEUR_REGIONALE: Readonly<Record<StatutExigence, AbsenceValue | null>> = {
  REALITES_REGIONALES: null,
  FIXE: nothingOwed(
    'Le ministère fixe ce standard pour ce service : il n’y a pas de valeur régionale à déclarer.',
  ),
  SANS_OBJET: nothingOwed(
    'Sans objet pour ce service, selon l’Annexe II : il n’y a pas de valeur régionale à déclarer.',
  ),
  NON_DIT: nothingOwed(
    'Aucune source ne parle de cette exigence pour ce service : il n’y a pas de valeur régionale à déclarer.',
  ),
};

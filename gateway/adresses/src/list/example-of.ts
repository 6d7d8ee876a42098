import type { ListedOperation } from './listed-operation.ts';

/** A value of each variable that is always there, or is of the demonstration. */
const EXAMPLES: Readonly<Record<string, string>> = {
  campagne: '2025-2026',
  etablissement: '11045127',
  exercice: '2025-2026',
  exigence: 'A-P11:INFO_SOCIAL',
  exigences: 'A-P11:INFO_SOCIAL',
  periode: '2025-2026-P13',
  region: '06',
  role: 'NAVIGATEUR',
  service: 'INFO_SOCIAL',
  territoire: '06112',
};

/** What `code` names, by the operation. */
const CODES: Readonly<Record<string, string>> = {
  'exigence-et-sources': 'A-P11:INFO_SOCIAL',
  'fait-etablissement': '11045127',
  'fait-exigence': 'A-P11:INFO_SOCIAL',
  'fait-role-clsc': 'NAVIGATEUR',
  'fait-service-social': 'INFO_SOCIAL',
  'fait-standard': 'A-P5',
  'fait-territoire-clsc': '06112',
  'fiche-service-social': 'INFO_SOCIAL',
  'fiche-territoire': '06112',
  'role-clsc': 'NAVIGATEUR',
  'standard-par-service': 'A-P5',
  'suivi-etablissement': '11045127',
  'tableau-comptes': '11045127',
  'tableau-etablissement': '11045127',
  'tableau-exigence': 'A-P11:INFO_SOCIAL',
  'tableau-obligations': '11045127',
  'tableau-seuils': 'A-P11:INFO_SOCIAL',
  'tableau-territoire': '06112',
};

/** A value of each variable that must be given; nothing where one has no known example. */
export function exampleOf({
  nom: operation,
  variables,
}: Pick<ListedOperation, 'nom' | 'variables'>): URLSearchParams | undefined {
  const given = new URLSearchParams();
  for (const { nom, obligatoire } of variables) {
    if (!obligatoire) continue;
    const value = nom === 'code' ? CODES[operation] : EXAMPLES[nom];
    if (value === undefined) return undefined;
    given.append(nom, value);
  }
  return given;
}

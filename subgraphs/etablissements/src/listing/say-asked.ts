import type { AbsenceValue } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { ConnectionValue } from '@palier/runtime/connection';

/** What a list may be narrowed by: this level owns none of these codes, and the field named knows each. */
const KNOWN_BY = {
  campagne: 'campagne',
  exercice: 'campagnes',
  etablissement: 'etablissement',
  exigence: 'exigence',
  indicateur: 'indicateur',
  periode: 'campagne',
  periodeDe: 'campagne',
  periodeA: 'campagne',
  region: 'region',
  reseauLocal: 'reseauLocal',
  reseauTerritorial: 'reseauTerritorial',
  ruisss: 'ruisss',
  territoire: 'territoireClsc',
  territoires: 'territoiresClsc',
} as const;

type Criterion = keyof typeof KNOWN_BY;
export type Asked = { readonly [name in Criterion]?: string | readonly string[] | null };

/**
 * The same page which, when it is empty, names the codes it was narrowed to and the fields that say whether they exist:
 * that nothing was declared and that there is no such thing are two facts, and this level cannot tell them apart.
 */
export function sayAsked<Node>(
  page: Awaitable<ConnectionValue<Node>>,
  asked: Asked,
): Awaitable<ConnectionValue<Node>> {
  const names = (Object.keys(KNOWN_BY) as Criterion[]).filter((name) => (asked[name]?.length ?? 0) > 0);
  if (names.length === 0) return page;
  return chain(page, (list) => ({
    ...list,
    absence: () => chain(list.absence?.() ?? null, (absence) => absence && addAsked(absence, names, asked)),
  }));
}

function addAsked(absence: AbsenceValue, names: readonly Criterion[], asked: Asked): AbsenceValue {
  const codes = names.map((name) => `${name} ${[asked[name] ?? []].flat().join(' ').trim()}`).join(', ');
  const fields = [...new Set(names.map((name) => KNOWN_BY[name]))].map((field) => `\`${field}\``).join(', ');
  const motif = `${absence.motif} Demandé : ${codes}. D’autres paliers tiennent la liste de ces codes : pour savoir s’ils existent, demander ${fields}.`;
  return { ...absence, motif };
}

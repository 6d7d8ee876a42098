import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { Withholding } from '@palier/runtime/history/versions';
import type { Context } from '../tables.ts';
import { suppressionByMesure } from './mesure.loader.ts';
import { type SuppressedRow, withholdMesureState } from './mesure.queries.ts';
import type { Mesure } from './mesure.type.ts';

/** What says nothing of a figure but that it is suppressed. */
const SUPPRIMEE = { statut: 'SUPPRIMEE', valeur: null, numerateur: null, denominateur: null } as const;

export type Suppressions = ReadonlyMap<string, SuppressedRow>;

/** Which of these measures, by their id, are suppressed, or were when they ceased to be: no value was said of them since. */
export function loadSuppressed(context: Context, mesures: readonly string[]): Awaitable<Suppressions> {
  return chain(
    suppressionByMesure.loadMany(context, [...new Set(mesures)]),
    (found) => new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one]]))),
  );
}

/** The same, of which what was said is not for who asks. */
export function loadHidden(context: Context, mesures: readonly string[]): Awaitable<Suppressions> {
  return chain(
    loadSuppressed(context, mesures),
    (suppressed) =>
      new Map(
        [...suppressed].filter(
          ([, { etablissement_code }]) => !mayReadReserved(context.identity, etablissement_code),
        ),
      ),
  );
}

/** Of a figure that is suppressed, what was said since, by which act, and is published now is told, and nothing else that was said of it. */
export const hide = <Said extends { readonly statut?: unknown }>(
  said: Said,
  par: number | null,
  suppressed: SuppressedRow | undefined,
): Said => {
  if (suppressed === undefined || said.statut === SUPPRIMEE.statut) return said;
  const isTold = isPublished(said, suppressed) && (par ?? 0) > suppressed.par;
  return isTold ? said : { ...said, ...SUPPRIMEE };
};

/** Whether what is said of it is what is published now: it was said since it was suppressed, or before as well. */
export const isPublished = (
  { statut }: { readonly statut?: unknown },
  suppressed: SuppressedRow | undefined,
): boolean => statut !== SUPPRIMEE.statut && statut === suppressed?.statut;

/** What was published of a figure that is suppressed now is told to its établissement and to Santé Québec alone. */
export const withholdMesures: Withholding<Mesure> = {
  versions: (context, { id }, versions) =>
    chain(loadHidden(context, [id]), (hidden) =>
      versions.map((version) => ({ ...version, etat: hide(version.etat, version.par, hidden.get(id)) })),
    ),
  differences: withholdMesureState,
};

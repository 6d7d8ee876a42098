import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { Veil } from '@palier/runtime/memory/versions';
import type { Context } from '../tables.ts';
import { suppressedLoader } from './mesure.loader.ts';
import type { Mesure } from './mesure.type.ts';

/** The fields of a figure that say how much it is. */
export const FIGURE_FIELDS: ReadonlySet<string> = new Set(['valeur', 'numerateur', 'denominateur']);
/** What says nothing of a figure but that it is suppressed. */
export const SUPPRIMEE = { statut: 'SUPPRIMEE', valeur: null, numerateur: null, denominateur: null } as const;

/** Which of these measures, by their id, are suppressed now, or were when they ceased to be; and the établissement whose each is. */
export function loadSuppressed(
  context: Context,
  mesures: readonly string[],
): Awaitable<ReadonlyMap<string, string | null>> {
  return chain(
    suppressedLoader.loadMany(context, [...new Set(mesures)]),
    (found) => new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.etablissement_code]]))),
  );
}

/** The same, of which what was said is not for who asks. */
export function loadHidden(context: Context, mesures: readonly string[]): Awaitable<ReadonlySet<string>> {
  return chain(loadSuppressed(context, mesures), (suppressed) => {
    const hidden = [...suppressed].filter(([, own]) => !mayReadReserved(context.identity, own));
    return new Set(hidden.map(([id]) => id));
  });
}

/** What was published of a figure that is suppressed now is told to its établissement and to Santé Québec alone. */
export const veilMesures: Veil<Mesure> = {
  versions: (context, { id }, versions) =>
    chain(loadHidden(context, [id]), (hidden) =>
      hidden.has(id)
        ? versions.map((version) => ({ ...version, etat: { ...version.etat, ...SUPPRIMEE } }))
        : versions,
    ),
  differences: (context, differences) =>
    chain(
      loadHidden(
        context,
        differences.map(({ code }) => code),
      ),
      (hidden) =>
        differences.map((row) =>
          hidden.has(row.code) && FIGURE_FIELDS.has(row.champ)
            ? { ...row, avant: row.avant && 'SUPPRIMEE', apres: row.apres && 'SUPPRIMEE' }
            : row,
        ),
    ),
};

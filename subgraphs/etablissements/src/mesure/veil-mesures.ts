import { chain } from '@palier/runtime/awaitable';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { Veil } from '@palier/runtime/memory/versions';
import type { Context } from '../tables.ts';
import { mesureLoader } from './mesure.loader.ts';
import type { Mesure } from './mesure.type.ts';

/** The fields of a figure that say how much it is. */
export const FIGURE_FIELDS: ReadonlySet<string> = new Set(['valeur', 'numerateur', 'denominateur']);
/** What says nothing of a figure but that it is suppressed. */
export const SUPPRIMEE = { statut: 'SUPPRIMEE', valeur: null, numerateur: null, denominateur: null } as const;

/** Whether what was said of a figure is not for who asks: it is suppressed now. */
export const isHidden = ({ identity }: Context, { statut, etablissementCode = null }: Mesure): boolean =>
  statut === 'SUPPRIMEE' && !mayReadReserved(identity, etablissementCode);

/** What was published of a figure that is suppressed now is told to its établissement and to Santé Québec alone. */
export const veilMesures: Veil<Mesure> = {
  versions: (context, mesure, versions) =>
    isHidden(context, mesure)
      ? versions.map((version) => ({ ...version, etat: { ...version.etat, ...SUPPRIMEE } }))
      : versions,
  differences: (context, differences) =>
    chain(mesureLoader.loadMany(context, [...new Set(differences.map(({ code }) => code))]), (mesures) => {
      const hidden = new Set(mesures.flatMap((one) => (one && isHidden(context, one) ? [one.id] : [])));
      return differences.map((row) =>
        hidden.has(row.code) && FIGURE_FIELDS.has(row.champ)
          ? { ...row, avant: row.avant && 'SUPPRIMEE', apres: row.apres && 'SUPPRIMEE' }
          : row,
      );
    }),
};

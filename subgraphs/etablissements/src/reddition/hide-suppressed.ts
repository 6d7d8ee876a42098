import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { hide, isPublished, type Suppressions } from '../mesure/withhold-mesures.ts';
import type { SuppressedRow } from '../mesure/mesure.queries.ts';
import type { Context } from '../tables.ts';
import { saidByOfLigne } from './reddition.loader.ts';
import type { LigneReddition } from './reddition.type.ts';

/**
 * A line, as `hide` tells a figure. What is written of one that is withheld may repeat it; that another was corrected, or maintained, compares
 * it with one that may be.
 */
export const hideLigne = <Said extends { readonly statut?: unknown }>(
  said: Said,
  par: number | null,
  suppressed: SuppressedRow | undefined,
): Said => {
  if (suppressed === undefined || said.statut === 'SUPPRIMEE') return said;
  const shown = hide(said, par, suppressed);
  return { ...shown, reponse: null, ...(shown !== said && { justification: null }) };
};

/** Lines of versions that were submitted, without what was suppressed since: one that is carried over was said before. */
export const hideSuppressed = <Ligne extends Pick<LigneReddition, 'id' | 'mesureId' | 'statut'>>(
  context: Context,
  lignes: readonly Ligne[],
  suppressions: Awaitable<Suppressions>,
): Awaitable<Ligne[]> =>
  chain(suppressions, (suppressed) => {
    const asked = lignes.filter((ligne) => isPublished(ligne, suppressed.get(ligne.mesureId)));
    const ids = asked.map(({ id }) => id);
    return chain(saidByOfLigne.loadMany(context, ids), (actes) => {
      const saidBy = new Map(ids.map((id, index) => [id, actes[index]]));
      return lignes.map((ligne) =>
        hideLigne(ligne, saidBy.get(ligne.id) ?? null, suppressed.get(ligne.mesureId)),
      );
    });
  });

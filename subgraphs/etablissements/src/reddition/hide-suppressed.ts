import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { hide, isPublished, type Suppressions } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import { saidSinceByLigne } from './reddition.loader.ts';
import type { LigneReddition } from './reddition.type.ts';

/** Lines of versions that were submitted, without what was suppressed since: one that is carried over was said before. */
export const hideSuppressed = <Ligne extends Pick<LigneReddition, 'id' | 'mesureId' | 'statut'>>(
  context: Context,
  lignes: readonly Ligne[],
  suppressions: Awaitable<Suppressions>,
): Awaitable<Ligne[]> =>
  chain(suppressions, (suppressed) => {
    const asked = lignes.filter((ligne) => isPublished(ligne, suppressed.get(ligne.mesureId)));
    const ids = asked.map(({ id }) => id);
    return chain(saidSinceByLigne.loadMany(context, ids), (instants) => {
      const since = new Map(ids.map((id, index) => [id, instants[index]]));
      return lignes.map((ligne) => hide(ligne, since.get(ligne.id) ?? null, suppressed.get(ligne.mesureId)));
    });
  });

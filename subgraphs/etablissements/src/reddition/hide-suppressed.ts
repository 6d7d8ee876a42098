import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import { SUPPRIMEE } from '../mesure/veil-mesures.ts';
import type { Context } from '../tables.ts';
import type { LigneRedditionValue } from './reddition.type.ts';

/** Which of these measures are suppressed now: what was said of them before is not said again. */
export function loadSuppressed(context: Context, mesures: readonly string[]): Awaitable<ReadonlySet<string>> {
  return chain(
    mesureLoader.loadMany(context, mesures),
    (found) => new Set(found.flatMap((mesure) => (mesure?.statut === 'SUPPRIMEE' ? [mesure.id] : []))),
  );
}

/** The lines of a former version, without what was suppressed since. */
export function hideSuppressed(
  context: Context,
  lignes: readonly LigneRedditionValue[],
): Awaitable<readonly LigneRedditionValue[]> {
  return chain(
    loadSuppressed(
      context,
      lignes.map(({ mesureId }) => mesureId),
    ),
    (suppressed) =>
      lignes.map((ligne) => (suppressed.has(ligne.mesureId) ? { ...ligne, ...SUPPRIMEE } : ligne)),
  );
}

import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { hide, loadSuppressed } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import type { LigneRedditionValue } from './reddition.type.ts';

/** The lines of former versions, without what was suppressed since. */
export function hideSuppressed(
  context: Context,
  lignes: readonly LigneRedditionValue[],
): Awaitable<readonly LigneRedditionValue[]> {
  return chain(
    loadSuppressed(
      context,
      lignes.map(({ mesureId }) => mesureId),
    ),
    (suppressed) => lignes.map((ligne) => hide(ligne, suppressed.get(ligne.mesureId))),
  );
}

import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { PalierError } from '@palier/runtime/errors';
import { exigenceMesureeLoader } from '../selection/selection.loader.ts';
import type { Context } from '../tables.ts';

/**
 * The unit of a measured exigence; null for one that nobody measures. Raises FILTRE_INVALIDE when one volet must be named and
 * none is, or when one is named that the exigence does not have: what is measured in person and by telephone is two things.
 */
export function loadUnite(
  context: Context,
  exigence: string,
  volet: string | null,
): Awaitable<string | null> {
  return chain(exigenceMesureeLoader.load(context, exigence), (measured) => {
    if (measured === null) return null;
    if (volet === null ? measured.volets.length === 0 : measured.volets.includes(volet))
      return measured.unite;
    throw new PalierError(
      'FILTRE_INVALIDE',
      measured.volets.length === 0
        ? `L’exigence ${exigence} n’a pas de volet : n’en pas donner.`
        : `L’exigence ${exigence} se mesure par volet : \`volet\` doit être ${measured.volets.map((one) => `« ${one} »`).join(' ou ')}.`,
    );
  });
}
